package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dcmdir.Objects.dixel;
import static org.lucina.endpoint.dcmdir.Objects.reference;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;

/** Finds objects in a directory. */
class DcmDirFindTest extends OpenDirectory {
  @Test
  void findsStudiesSeriesAndInstancesUnderAnyName() throws Exception {
    putAll();
    Files.createDirectories(folder.resolve("by/hand"));
    Files.write(folder.resolve("by/hand/IM0001"), objects.small(3, 1, 1, 1).file());
    Files.writeString(folder.resolve("by/hand/README"), "no image");

    assertThat(find(Query.of(DicomLevel.STUDY).build())).hasSize(3);
    assertThat(find(Query.of(DicomLevel.SERIES).build())).hasSize(4);
    assertThat(find(Query.of(DicomLevel.INSTANCE).build())).hasSize(5);
    List<Reference> all =
        find(Query.of(DicomLevel.INSTANCE).build()).stream().map(Dixel::reference).toList();
    assertThat(find(Query.of(DicomLevel.INSTANCE).offset(1).limit(2).build()))
        .extracting(Dixel::reference)
        .containsExactlyElementsOf(all.subList(1, 3));
    assertThat(find(Query.of(DicomLevel.INSTANCE).key(0x0020000D, first.study()).build()))
        .hasSize(3);
  }

  @Test
  void matchesWildCardsRangesAndSequences() throws Exception {
    first.dataSet().set(Tag.StudyDate, "20260115").set(Tag.StudyDescription, "CT HEAD");
    otherStudy.dataSet().set(Tag.StudyDate, "20260301").set(Tag.StudyDescription, "MR HEAD");
    directory.put(dixel(first));
    directory.put(dixel(otherStudy));

    assertThat(studies("StudyDescription=*HEAD")).hasSize(2);
    assertThat(studies("StudyDescription=CT*")).containsExactly(first.study());
    assertThat(studies("StudyDate=20260201-")).containsExactly(otherStudy.study());
    assertThat(studies("RequestAttributesSequence.ScheduledProcedureStepID=X")).isEmpty();
  }

  @Test
  void answersWithWhatIsAskedForAndNoPixels() throws Exception {
    directory.put(dixel(first));
    Dixel found = find(Query.of(DicomLevel.STUDY).include(Tag.Modality).build()).get(0);

    assertThat(found.tags().string(Tag.StudyInstanceUID)).contains(first.study());
    assertThat(found.tags().contains(Tag.Modality)).isTrue();
    assertThat(found.tags().contains(Tag.SOPInstanceUID)).isFalse();
    assertThat(found.tags().contains(Tag.PixelData)).isFalse();
  }

  @Test
  void passesOverFilesThatBreakOff() throws Exception {
    directory.put(dixel(first));
    byte[] bytes = second.file();
    Files.write(folder.resolve("half"), Arrays.copyOf(bytes, 300));

    assertThat(find(Query.of(DicomLevel.INSTANCE).build())).hasSize(1);
  }

  @Test
  void trustsTheHeadOfAFileRatherThanItsName() throws Exception {
    reopen("flat");
    Files.write(folder.resolve(first.sopInstance() + ".dcm"), otherStudy.file());

    assertThat(directory.exists(reference(first))).isFalse();
    assertThat(directory.exists(reference(otherStudy))).isTrue();
  }

  @Test
  void anInterruptedSearchEnds() throws Exception {
    directory.put(dixel(first));
    Thread.currentThread().interrupt();
    try {
      assertReason(Reason.FAILED, () -> find(Query.of(DicomLevel.STUDY).build()));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void refusesWhatItCannotHonour() {
    assertThatThrownBy(() -> find(Query.of(DicomLevel.PATIENT).fuzzy(true).build()))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessage("cannot be honoured here: level patient, fuzzy matching");
  }

  private List<String> studies(String query) throws EndpointException {
    return find(Query.parse(DicomLevel.STUDY, query)).stream()
        .map(found -> found.reference().studyUid().orElseThrow())
        .toList();
  }
}
