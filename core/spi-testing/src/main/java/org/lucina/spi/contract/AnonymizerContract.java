package org.lucina.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomFile;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/**
 * What every {@link Anonymizer} does. Open one that changes the patient's name at least, or say
 * that it leaves who the patient is. Instances that it keeps back for review are passed over.
 */
public abstract class AnonymizerContract {
  private Anonymizer anonymizer;

  /** Opens the anonymizer under test, with what it remembers. */
  protected abstract Anonymizer open() throws Exception;

  /** Whether it removes who the patient is; one that does not changes something else. */
  protected boolean removesIdentity() {
    return true;
  }

  static List<Dixel> samples() {
    return Samples.everyKind();
  }

  @BeforeEach
  void openAnonymizer() throws Exception {
    anonymizer = open();
  }

  @AfterEach
  void closeAnonymizer() {
    anonymizer.close();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void makesAnObjectThatIsWhole(Dixel sample) throws Exception {
    Optional<Anonymized> result = anonymize(sample);
    if (result.isEmpty()) {
      return;
    }
    Dixel made = result.get().dixel();
    byte[] bytes = Samples.bytes(made);
    DicomFile file = Samples.read(bytes);

    assertThat(made.level()).isEqualTo(DicomLevel.INSTANCE);
    assertThat(Reference.of(DicomLevel.INSTANCE, file.dataSet())).contains(made.reference());
    assertThat(Reference.of(DicomLevel.INSTANCE, made.tags())).contains(made.reference());
    assertThat(file.fileMeta().string(Tag.MediaStorageSOPInstanceUID))
        .isEqualTo(made.reference().instanceUid());
    assertThat(file.fileMeta().string(Tag.MediaStorageSOPClassUID))
        .isEqualTo(file.dataSet().string(Tag.SOPClassUID));
    assertThat(file.dataSet().string(Tag.PatientIdentityRemoved))
        .isEqualTo(removesIdentity() ? Optional.of("YES") : Optional.empty());
    made.file()
        .orElseThrow()
        .length()
        .ifPresent(length -> assertThat(length).isEqualTo(bytes.length));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void makesTheSameEachTime(Dixel sample) throws Exception {
    Optional<Anonymized> first = anonymize(sample);
    if (first.isEmpty()) {
      return;
    }
    byte[] bytes = Samples.bytes(first.get().dixel());
    assertThat(Samples.bytes(first.get().dixel())).isEqualTo(bytes);

    anonymizer.close();
    anonymizer = open();
    assertThat(Samples.bytes(anonymizer.anonymize(sample).dixel())).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void leavesTheOriginalAndTellsNoValues(Dixel sample) throws Exception {
    byte[] before = Samples.bytes(sample);
    DataSet original = Samples.read(before).dataSet();
    Optional<Anonymized> result = anonymize(sample);
    if (result.isEmpty()) {
      return;
    }
    byte[] made = Samples.bytes(result.get().dixel());

    assertThat(Samples.bytes(sample)).isEqualTo(before);
    String name = original.string(Tag.PatientName).orElseThrow();
    if (removesIdentity()) {
      assertThat(Samples.read(made).dataSet().string(Tag.PatientName))
          .isNotEqualTo(Optional.of(name));
      assertThat(result.get().changes()).isNotEmpty();
    }
    assertThat(result.get().changes().toString())
        .doesNotContain(name, original.string(Tag.PatientID).orElseThrow());
  }

  @Test
  void keepsAStudyTogetherAndInstancesApart() throws Exception {
    List<Dixel> samples = Samples.twoStudies();
    Reference first = anonymizer.anonymize(samples.get(0)).dixel().reference();
    Reference second = anonymizer.anonymize(samples.get(1)).dixel().reference();
    Reference otherSeries = anonymizer.anonymize(samples.get(2)).dixel().reference();
    Reference otherStudy = anonymizer.anonymize(samples.get(3)).dixel().reference();

    assertThat(second.seriesUid()).isEqualTo(first.seriesUid());
    assertThat(second.instanceUid()).isNotEqualTo(first.instanceUid());
    assertThat(otherSeries.studyUid()).isEqualTo(first.studyUid());
    assertThat(otherSeries.seriesUid()).isNotEqualTo(first.seriesUid());
    assertThat(otherStudy.studyUid()).isNotEqualTo(first.studyUid());
  }

  @Test
  void refusesWhatIsNoObject() {
    Reference reference = Reference.instance("2.25.1", "2.25.2", "2.25.3");
    assertRefused(Dixel.of(reference).build());
    Content noise = Content.of(OptionalLong.of(999), () -> new ByteArrayInputStream(new byte[999]));
    assertRefused(Dixel.of(reference).file(noise).build());
  }

  private void assertRefused(Dixel instance) {
    assertThatThrownBy(() -> anonymizer.anonymize(instance))
        .isInstanceOfSatisfying(
            AnonymizerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
  }

  private Optional<Anonymized> anonymize(Dixel sample) throws AnonymizerException {
    try {
      return Optional.of(anonymizer.anonymize(sample));
    } catch (AnonymizerException e) {
      assertThat(e.reason()).as(e.getMessage()).isEqualTo(Reason.REVIEW);
      return Optional.empty();
    }
  }
}
