package org.lucina.endpoint.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dicomweb.Services.find;
import static org.lucina.endpoint.dicomweb.Services.identifiers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/** Services that search otherwise than they should. */
class DicomWebSearchTest extends ServiceFixture {
  @Test
  void saysSoWhenTheServiceDoesNotMatchFuzzily() throws Exception {
    answer(
        exchange -> {
          exchange
              .getResponseHeaders()
              .set(
                  "Warning",
                  "299 service: \"The fuzzymatching parameter is not supported."
                      + " Only literal matching has been performed.\"");
          json(exchange, 200, studies("1.2"));
        });
    Query query = Query.of(DicomLevel.STUDY).key(Tag.PatientName, "Doe").fuzzy(true).build();

    assertThatThrownBy(() -> find(endpoint("fuzzy-matching", "true"), query))
        .hasMessageContaining("fuzzy matching");
  }

  @Test
  void dropsWhatAServiceTellsThatPassesOverKeys() throws Exception {
    answer(
        exchange ->
            json(exchange, 200, offset(exchange) == 0 ? studies("1.2", "1.3", "1.4") : "[]"));

    assertThat(identifiers(endpoint(), DicomLevel.STUDY, "StudyInstanceUID=1.2\\1.4&StudyID=x"))
        .containsExactly("1.2", "1.4");
    assertThat(
            find(
                endpoint(),
                Query.of(DicomLevel.STUDY)
                    .key(Tag.StudyInstanceUID, "1.2\\1.4")
                    .offset(1)
                    .limit(1)
                    .build()))
        .extracting(dixel -> dixel.reference().studyUid().orElseThrow())
        .containsExactly("1.4");
  }

  @Test
  void readsOnWhereAServiceGivesFewerThanItIsAskedFor() throws Exception {
    answer(
        exchange -> {
          int offset = offset(exchange);
          json(exchange, 200, offset < 5 ? studies("1." + offset) : "[]");
        });

    assertThat(find(endpoint(), Query.of(DicomLevel.STUDY).build())).hasSize(5);
  }

  @Test
  void takesAllFromAServiceThatKnowsNoLimit() throws Exception {
    String[] uids = IntStream.range(0, 1000).mapToObj(i -> "1." + i).toArray(String[]::new);
    answer(exchange -> json(exchange, 200, studies(uids)));

    assertThat(find(endpoint(), Query.of(DicomLevel.STUDY).build())).hasSize(1000);
    assertThat(find(endpoint(), Query.of(DicomLevel.STUDY).limit(250).build())).hasSize(250);
    assertThat(find(endpoint(), Query.of(DicomLevel.STUDY).limit(3).build())).hasSize(3);
  }

  @Test
  void givesUpOnAServiceThatTellsTheSameAgainAndAgain() throws Exception {
    answer(exchange -> json(exchange, 200, studies("1.1", "1.2")));
    Endpoint service = endpoint("page-size", "2");
    List<Dixel> found = new ArrayList<>();

    assertThatThrownBy(() -> service.find(Query.of(DicomLevel.STUDY).build(), found::add))
        .hasMessageContaining("again and again");
    assertThat(found).extracting(dixel -> dixel.reference()).doesNotHaveDuplicates();
    assertThatThrownBy(() -> find(service, Query.of(DicomLevel.STUDY).limit(3).build()))
        .hasMessageContaining("again and again");
  }

  @Test
  void refusesAnswersThatAreNoDicomJson() throws Exception {
    answer(exchange -> json(exchange, 200, "<html>"));

    assertThatThrownBy(() -> find(endpoint(), Query.of(DicomLevel.STUDY).build()))
        .hasMessageContaining("what is no DICOM JSON")
        .extracting("reason")
        .isEqualTo(Reason.FAILED);
  }
}
