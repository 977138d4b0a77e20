package org.lucina.spi.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;

class ReferencesTest {
  private final List<Query> asked = new ArrayList<>();

  /** Knows one series of every study. */
  private final Endpoint endpoint =
      new Endpoint() {
        @Override
        public Capabilities capabilities() {
          return Capabilities.none().finds(QuerySupport.all(DicomLevel.STUDY, DicomLevel.SERIES));
        }

        @Override
        public String check() {
          return "there";
        }

        @Override
        public void find(Query query, Sink sink) throws EndpointException {
          asked.add(query);
          sink.accept(Dixel.of(Reference.series("1.1", "1.2")).build());
        }

        @Override
        public void close() {}
      };

  @Test
  void breaksUpAReferenceByAskingForTheParts() throws EndpointException {
    assertThat(expand(Reference.study("1.1"), DicomLevel.SERIES))
        .containsExactly(Reference.series("1.1", "1.2"));
    assertThat(asked)
        .singleElement()
        .satisfies(query -> assertThat(query.key(0x0020000D)).contains("1.1"));
  }

  @Test
  void leavesOneOfThatLevelAsItIs() throws EndpointException {
    assertThat(expand(Reference.study("1.1"), DicomLevel.STUDY))
        .containsExactly(Reference.study("1.1"));
    assertThat(asked).isEmpty();
  }

  @Test
  void saysWhenThePartsCannotBeTold() {
    assertThatThrownBy(() -> expand(Reference.study("1.1"), DicomLevel.INSTANCE))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED))
        .hasMessageContaining("at level instance");
    assertThatThrownBy(() -> expand(Reference.series("1.1", "1.2"), DicomLevel.STUDY))
        .hasMessageContaining("has no study below it");
  }

  @Test
  void whatAnEndpointCannotDoIsAnError() {
    assertThatThrownBy(() -> endpoint.get(Reference.study("1.1"), Set.of(View.TAGS)))
        .isInstanceOf(EndpointException.class)
        .hasMessage("get is not possible here");
  }

  private List<Reference> expand(Reference reference, DicomLevel level) throws EndpointException {
    List<Reference> parts = new ArrayList<>();
    endpoint.expand(reference, level, parts::add);
    return parts;
  }

  @Test
  void asksForTheIdentifiersOfEveryLevelBelow() throws EndpointException {
    expand(Reference.patient("P1"), DicomLevel.SERIES);
    assertThat(asked)
        .singleElement()
        .satisfies(
            query -> {
              assertThat(query.level()).isEqualTo(DicomLevel.SERIES);
              assertThat(query.key(0x00100020)).contains("P1");
              assertThat(query.key(0x0020000D)).contains("");
              assertThat(query.key(0x0020000E)).contains("");
            });
  }

  @Test
  void whatIsFoundElsewhereIsNoPart() throws EndpointException {
    assertThat(expand(Reference.study("1.9"), DicomLevel.SERIES)).isEmpty();
  }

  @Test
  void aHigherLevelIsRefused() {
    assertThatThrownBy(() -> expand(Reference.study("1.1"), DicomLevel.PATIENT))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
    assertThat(asked).isEmpty();
  }

  @Test
  void aKeyAloneDoesNotTellTheParts() {
    assertThatThrownBy(() -> expand(Reference.key(DicomLevel.STUDY, "7"), DicomLevel.SERIES))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
    assertThat(asked).isEmpty();
  }
}
