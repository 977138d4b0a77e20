package org.lucina.endpoint.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dimse.Endpoints.dixel;
import static org.lucina.endpoint.dimse.Endpoints.find;
import static org.lucina.endpoint.dimse.Endpoints.identifiers;
import static org.lucina.endpoint.dimse.Endpoints.instances;
import static org.lucina.endpoint.dimse.Endpoints.reference;
import static org.lucina.endpoint.dimse.Endpoints.study;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;

/** What is put to a PACS, whoever made that, and found there. */
abstract class PacsSearchContract extends PacsFixture {
  @Test
  void putsInstancesAndStudies() throws Exception {
    assertThat(endpoint.exists(reference(first))).isFalse();

    Reference put = endpoint.put(dixel(first));
    assertThat(put).isEqualTo(reference(first));
    assertThat(endpoint.put(dixel(first))).isEqualTo(put);
    endpoint.put(study(List.of(first, second, otherSeries)));

    assertThat(endpoint.exists(reference(first))).isTrue();
    assertThat(endpoint.exists(reference(otherSeries))).isTrue();
    assertThat(endpoint.exists(Reference.study(first.study()))).isTrue();
    assertThat(endpoint.exists(Reference.series(first.study(), otherSeries.series()))).isTrue();
    assertThat(endpoint.exists(Reference.patient("PAT000001"))).isTrue();
    assertThat(endpoint.exists(Reference.patient("NOBODY"))).isFalse();
    assertThat(endpoint.exists(Reference.study("1.2.3"))).isFalse();
  }

  @Test
  void findsAtEachLevel() throws Exception {
    putAll();

    assertThat(identifiers(find(endpoint, DicomLevel.PATIENT, "PatientID=PAT*")))
        .containsExactlyInAnyOrder("PAT000001", "PAT000002");
    assertThat(identifiers(find(endpoint, DicomLevel.STUDY, "")))
        .containsExactlyInAnyOrder(first.study(), otherStudy.study());
    assertThat(identifiers(find(endpoint, DicomLevel.SERIES, "StudyInstanceUID=" + first.study())))
        .containsExactlyInAnyOrder(first.series(), otherSeries.series());
    List<Dixel> found =
        find(
            endpoint,
            DicomLevel.INSTANCE,
            "StudyInstanceUID=" + first.study() + "&SeriesInstanceUID=" + first.series());
    assertThat(found.stream().map(Dixel::reference))
        .containsExactlyInAnyOrder(reference(first), reference(second));
  }

  @Test
  void asksTheLevelsAboveForTheirKeys() throws Exception {
    putAll();

    List<Dixel> series =
        find(
            endpoint,
            DicomLevel.SERIES,
            "PatientID=PAT000001&StudyDate=20000101-&Modality=CT&StudyDescription=");
    assertThat(identifiers(series)).containsExactly(otherSeries.series());
    DataSet tags = series.get(0).tags();
    assertThat(tags.string(Tag.PatientID)).contains("PAT000001");
    assertThat(tags.string(Tag.StudyDescription))
        .isEqualTo(first.dataSet().string(Tag.StudyDescription));
    assertThat(tags.string(Tag.Modality)).contains("CT");

    assertThat(identifiers(find(endpoint, DicomLevel.INSTANCE, "PatientID=PAT000001")))
        .containsExactlyInAnyOrder(
            first.sopInstance(), second.sopInstance(), otherSeries.sopInstance());
  }

  @Test
  void doesNotWalkThroughTheWholeArchive() {
    assertThatThrownBy(() -> find(endpoint, DicomLevel.SERIES, "Modality=CT"))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("level series without a key of the study");
  }

  @Test
  void honoursEachKindOfKey() throws Exception {
    putAll();

    String family = first.dataSet().string(Tag.PatientName).orElseThrow().split("\\^")[0];
    String date = first.dataSet().string(Tag.StudyDate).orElseThrow();
    assertFinds("PatientName=" + family + "*", first.study());
    assertFinds("AccessionNumber=ACC00000?&PatientSex=M", first.study());
    assertFinds("StudyDate=" + date, first.study());
    assertFinds("StudyDate=" + date + "-" + date, first.study());
    assertFinds("StudyDate=-" + date, first.study());
    assertFinds("StudyDate=" + date + "-", first.study(), otherStudy.study());
    assertFinds("StudyDate=*&PatientID=*", first.study(), otherStudy.study());
    assertFinds(
        "StudyInstanceUID=" + first.study() + "\\" + otherStudy.study(),
        first.study(),
        otherStudy.study());
    assertFinds("PatientID=pat000001");
  }

  private void assertFinds(String query, String... studies) throws Exception {
    assertThat(identifiers(find(endpoint, DicomLevel.STUDY, query)))
        .as(query)
        .containsExactlyInAnyOrder(studies);
  }

  @Test
  void cutsLongTimesIntoSpans() throws Exception {
    putAll();
    reopen("span-days", "15");

    String date = first.dataSet().string(Tag.StudyDate).orElseThrow();
    assertFinds("StudyDate=20110101-20111231", first.study());
    assertFinds("StudyDate=" + date + "-" + date, first.study());
    assertFinds("StudyDate=20110101-", first.study(), otherStudy.study());
    Query one = Query.parse(DicomLevel.STUDY, "StudyDate=20110101-").withLimit(1);
    assertThat(identifiers(find(endpoint, one))).containsExactly(first.study());
  }

  @Test
  void endsAtALimit() throws Exception {
    for (int number = 1; number <= 12; number++) {
      endpoint.put(dixel(objects.small(1, 1, 1, number)));
    }
    Query query =
        Query.parse(DicomLevel.INSTANCE, "StudyInstanceUID=" + first.study()).withLimit(3);
    assertThat(find(endpoint, query)).hasSize(3);
    assertThat(endpoint.check()).contains("answers");
  }

  @Test
  void findsNamesThatAreNotAscii() throws Exception {
    SyntheticObject japanese = objects.japanese(3, 3, 1, 1);
    endpoint.put(dixel(japanese));

    List<Dixel> found = find(endpoint, DicomLevel.STUDY, "PatientID=PAT000003");
    assertThat(found.get(0).tags().string(Tag.PatientName).orElseThrow()).startsWith("Yamada");
  }

  @Test
  void tellsOfAStudyWithoutItsFiles() throws Exception {
    putAll();

    Dixel study = endpoint.get(Reference.study(first.study()), Set.of(View.TAGS));
    assertThat(study.views()).containsExactly(View.TAGS);
    assertThat(study.tags().string(Tag.PatientID)).contains("PAT000001");
    assertThat(identifiers(instances(study)))
        .containsExactlyInAnyOrder(
            first.sopInstance(), second.sopInstance(), otherSeries.sopInstance());
  }
}
