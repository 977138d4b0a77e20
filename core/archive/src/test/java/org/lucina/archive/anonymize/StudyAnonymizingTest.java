package org.lucina.archive.anonymize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lucina.archive.report.RunRecord;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;

/** Studies of three instances, the second of which nobody lets leave. */
class StudyAnonymizingTest {
  private final Archive archive = new Archive();

  @Test
  void whatComesOutIsStoredMarkedAndWhatIsRefusedIsTold() throws Exception {
    AnonymizedStudy study =
        new StudyAnonymizing(archive, new Sham("9.", Reason.REVIEW), RunRecord.NONE)
            .anonymize("1.1");
    assertThat(study.result()).contains("9.1.1");
    assertThat(study.instances()).containsExactly("9.1.1.1.1", "9.1.1.1.3");
    assertThat(study.refused())
        .containsExactly(
            new AnonymizedStudy.Refused(
                "1.1.1.2", new Preview.Refusal(Reason.REVIEW, "look at it")));
    assertThat(archive.put).hasSize(2);
    assertThat(archive.put.get(0).metadata()).containsEntry(Anonymized.MARK, "true");
  }

  @Test
  void nothingTakesThePlaceOfItsOriginal() throws Exception {
    AnonymizedStudy study =
        new StudyAnonymizing(archive, new Sham("", Reason.REFUSED), RunRecord.NONE)
            .anonymize("1.1");
    assertThat(study.result()).isEmpty();
    assertThat(study.refused()).hasSize(3);
    assertThat(archive.put).isEmpty();
  }

  @Test
  void whatTheAnonymizerLacksEndsIt() {
    StudyAnonymizing anonymizing =
        new StudyAnonymizing(archive, new Sham("9.", Reason.UNAVAILABLE), RunRecord.NONE);
    assertThatThrownBy(() -> anonymizing.anonymize("1.1")).isInstanceOf(AnonymizerException.class);
    assertThat(archive.put).hasSize(1);
  }

  @Test
  void aDryRunShowsValuesAndRefusalsUpToItsLimit() throws Exception {
    List<Preview> shown = new ArrayList<>();
    assertThat(new DryRun(archive, new Sham("9.", Reason.REVIEW), 2).show("1.1", shown::add))
        .as("there is more")
        .isTrue();
    assertThat(shown).hasSize(2);
    Preview first = shown.get(0);
    assertThat(first.result()).contains("9.1.1.1.1");
    assertThat(first.changes())
        .containsExactly(
            new Preview.ChangedAttribute(
                "(0010,0020)", "replace", "sham", List.of("P1"), List.of("SHAM")));
    assertThat(shown.get(1).refusal()).contains(new Preview.Refusal(Reason.REVIEW, "look at it"));
    assertThat(archive.put).isEmpty();
    assertThat(new DryRun(archive, new Sham("9.", Reason.REVIEW), 3).show("1.1", preview -> {}))
        .isFalse();
  }

  @Test
  void aStudyThatIsNotThereIsToldSo() {
    assertThatThrownBy(
            () -> new DryRun(archive, new Sham("9.", Reason.REVIEW), 1).show("2.1", any -> {}))
        .isInstanceOf(EndpointException.class);
  }

  /** Puts digits before all UIDs. */
  private record Sham(String digits, Reason ofSecond) implements Anonymizer {
    @Override
    public Anonymized anonymize(Dixel instance) throws AnonymizerException {
      String uid = instance.reference().instanceUid().orElseThrow();
      if (uid.endsWith(".2")) {
        throw new AnonymizerException(ofSecond, "look at it");
      }
      Dixel made =
          Dixel.of(Reference.instance(digits + "1.1", digits + "1.1.1", digits + uid))
              .tags(new DataSet().set(Tag.PatientID, "SHAM"))
              .build();
      return new Anonymized(made, List.of(new Anonymized.Change("(0010,0020)", "replace", "sham")));
    }

    @Override
    public void close() {}
  }

  private static final class Archive implements Endpoint {
    private final List<Dixel> put = new ArrayList<>();

    @Override
    public Capabilities capabilities() {
      return Capabilities.none()
          .gets(EnumSet.of(DicomLevel.STUDY), EnumSet.of(View.TAGS, View.FILE));
    }

    @Override
    public String check() {
      return "";
    }

    @Override
    public Dixel get(Reference reference, Set<View> views) throws EndpointException {
      if (!reference.equals(Reference.study("1.1"))) {
        throw new EndpointException(EndpointException.Reason.NOT_FOUND, "none");
      }
      return Dixel.of(reference).children(() -> Stream.of(1, 2, 3).map(Archive::instance)).build();
    }

    private static Dixel instance(int number) {
      return Dixel.of(Reference.instance("1.1", "1.1.1", "1.1.1." + number))
          .tags(new DataSet().set(Tag.PatientID, "P" + number))
          .build();
    }

    @Override
    public Reference put(Dixel dixel) {
      put.add(dixel);
      return dixel.reference();
    }

    @Override
    public void close() {}
  }
}
