package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** QIDO-RS of the assembled server. */
@OnServer
class DicomWebSearchIT {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(302);
  private static final SyntheticObject FIRST = OBJECTS.small(1, 1, 1, 1);
  private static final SyntheticObject SECOND = OBJECTS.small(1, 1, 1, 2);
  private static final SyntheticObject OTHER = OBJECTS.japanese(2, 2, 2, 1);
  private static final String BOTH =
      "StudyInstanceUID=" + FIRST.study() + "," + OTHER.study() + "&";

  private final DicomWeb web = new DicomWeb(new Http());

  @BeforeEach
  void store() throws Exception {
    assertThat(web.store(FIRST, SECOND, OTHER).statusCode()).isEqualTo(200);
  }

  @Test
  void findsStudiesWithTheAttributesOfTheStandard() throws Exception {
    DataSet study = web.dataSets("/studies?StudyInstanceUID=" + FIRST.study()).get(0);

    assertThat(study.string(Tag.StudyInstanceUID)).contains(FIRST.study());
    assertThat(study.string(Tag.PatientID)).isEqualTo(FIRST.dataSet().string(Tag.PatientID));
    assertThat(study.string(Tag.ModalitiesInStudy)).contains("OT");
    assertThat(study.integer(Tag.NumberOfStudyRelatedInstances)).hasValue(2);
    assertThat(study.string(Tag.InstanceAvailability)).contains("ONLINE");
    assertThat(study.string(Tag.RetrieveURL).orElseThrow())
        .endsWith("/dicom-web/studies/" + FIRST.study());
  }

  @Test
  void findsSeriesAndInstancesOfEveryResource() throws Exception {
    String study = "/studies/" + FIRST.study();
    assertThat(web.dataSets(study + "/series")).hasSize(1);
    assertThat(web.dataSets("/series?" + BOTH)).hasSize(2);
    assertThat(web.dataSets(study + "/instances")).hasSize(2);
    assertThat(web.dataSets(DicomWeb.seriesPath(FIRST) + "/instances")).hasSize(2);
    List<DataSet> instances = web.dataSets("/instances?" + BOTH);
    assertThat(instances).hasSize(3);
    assertThat(instances).allMatch(one -> one.string(Tag.PatientID).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "PatientName=Yamada*, 1",
    "PatientName=%E5%B1%B1%E7%94%B0*, 1",
    "00100010=NOBODY, 0",
    "PatientName=, 2",
    "ModalitiesInStudy=OT, 2",
    "StudyDate=18000101-18001231, 0",
    "StudyDate=19000101-, 2",
    "ProcedureCodeSequence.CodeValue=CT0001, 2"
  })
  void matches(String key, int matches) throws Exception {
    assertThat(web.dataSets("/studies?" + BOTH + key)).hasSize(matches);
  }

  @Test
  void givesTextInUtf8() throws Exception {
    DataSet study = web.dataSets("/studies?StudyInstanceUID=" + OTHER.study()).get(0);
    assertThat(study.string(Tag.PatientName)).hasValueSatisfying(n -> assertThat(n).contains("山田"));
  }

  @Test
  void givesFurtherAttributesWhenAsked() throws Exception {
    String query = "/instances?SOPInstanceUID=" + FIRST.sopInstance();
    assertThat(web.dataSets(query).get(0).contains(Tag.ImageType)).isFalse();
    assertThat(
            web.dataSets(query + "&includefield=ImageType,00080070").get(0).strings(Tag.ImageType))
        .containsExactly("ORIGINAL", "PRIMARY", "AXIAL");
    DataSet all = web.dataSets(query + "&includefield=all").get(0);
    assertThat(all.contains(Tag.PhotometricInterpretation)).isTrue();
  }

  @Test
  void pagesAndWarnsOfMore() throws Exception {
    var first = web.get("/studies?" + BOTH + "limit=1", DicomWeb.JSON);
    assertThat(first.headers().allValues("Warning"))
        .singleElement()
        .satisfies(warning -> assertThat(warning).startsWith("299 http://127.0.0.1:"));
    var second = web.get("/studies?" + BOTH + "limit=1&offset=1", DicomWeb.JSON);
    assertThat(second.headers().allValues("Warning")).isEmpty();
    assertThat(DicomWeb.dataSets(first)).hasSize(1);
    assertThat(DicomWeb.dataSets(second).get(0).string(Tag.StudyInstanceUID))
        .isNotEqualTo(DicomWeb.dataSets(first).get(0).string(Tag.StudyInstanceUID));
  }

  @Test
  void answersWithAnEmptyArrayWhenNothingMatches() throws Exception {
    var response = web.get("/studies?StudyInstanceUID=1.2.3.4.5", DicomWeb.JSON);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("[]");
  }

  @Test
  void answersInXmlWhenAsked() throws Exception {
    var response =
        web.get(
            "/studies?StudyInstanceUID=" + FIRST.study(),
            "multipart/related; type=\"application/dicom+xml\"");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("multipart/related");
    assertThat(response.body()).contains("<NativeDicomModel").contains(FIRST.study());
  }

  @ParameterizedTest
  @CsvSource({
    "/studies?PatientNam=X, 400, LUCINA0303",
    "/studies?limit=many, 400, LUCINA0304",
    "/studies/1.2.x/series, 400, LUCINA0302",
    "/patients, 404, LUCINA0306"
  })
  void refusesWhatItDoesNotUnderstand(String path, int status, String code) throws Exception {
    var response = web.get(path, DicomWeb.JSON);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"code\":\"" + code + "\"");
  }
}
