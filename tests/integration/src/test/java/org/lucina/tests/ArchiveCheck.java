package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;

/** Holds what an archive answers against what it has acknowledged. */
final class ArchiveCheck {
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;

  private final PreparedServer server;
  private final SentObjects objects;

  ArchiveCheck(PreparedServer server, SentObjects objects) {
    this.server = server;
    this.objects = objects;
  }

  /**
   * What was acknowledged is found by C-FIND and QIDO-RS, once; what is found was sent, and comes
   * back as it was sent.
   */
  void everythingIsThereOnceAndWhole() throws Exception {
    try (Scu scu = Scu.open(server.ports(), FIND)) {
      for (int study : objects.studies()) {
        SyntheticObject any = objects.make(new SentObjects.Key(study, 0));
        List<String> found = uids(scu.find(FIND, keys(any)));
        assertThat(found).as("C-FIND of study %d", study).doesNotHaveDuplicates();
        assertThat(found).containsAll(objects.acknowledged(study));
        assertThat(objects.sent(study).keySet()).containsAll(found);
        assertThat(searched(any)).as("QIDO-RS").containsExactlyInAnyOrderElementsOf(found);
        comeBackAsSent(study, found);
      }
    }
  }

  private static DataSet keys(SyntheticObject any) {
    return new DataSet()
        .set(Tag.QueryRetrieveLevel, "IMAGE")
        .set(Tag.StudyInstanceUID, any.study())
        .set(Tag.SeriesInstanceUID, any.series())
        .set(Tag.SOPInstanceUID, "");
  }

  private List<String> searched(SyntheticObject any) throws Exception {
    var response =
        server.web().get("/studies/" + any.study() + "/instances?limit=10000", DicomWeb.JSON);
    return response.statusCode() == 204 ? List.of() : uids(DicomWeb.dataSets(response));
  }

  private static List<String> uids(List<DataSet> matches) {
    return matches.stream().map(match -> match.string(Tag.SOPInstanceUID).orElseThrow()).toList();
  }

  private void comeBackAsSent(int study, List<String> found) throws Exception {
    Http http = server.http();
    Map<String, SentObjects.Key> sent = objects.sent(study);
    for (String uid : found) {
      SyntheticObject object = objects.make(sent.get(uid));
      String query =
          ("requestType=WADO&contentType=application/dicom&studyUID=" + object.study())
              + ("&seriesUID=" + object.series() + "&objectUID=" + uid);
      var response = http.getBytes("/wado?" + query, "application/dicom");
      assertThat(response.statusCode()).as(query).isEqualTo(200);
      assertThat(dataSet(response.body())).as(query).isEqualTo(object.bare());
    }
  }

  private static byte[] dataSet(byte[] file) throws IOException {
    DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.BY_REFERENCE);
    return Arrays.copyOfRange(file, (int) reader.dataSetOffset(), file.length);
  }

  /** No row is without its object, no object without its row, and every object is whole. */
  void indexAndStorageAgree(String storage) throws IOException {
    ModelNode report = server.onStorage(storage, "reconcile");
    assertThat(report.get("missing").asLong()).as(report.toString()).isZero();
    assertThat(report.get("unindexed").asLong()).as(report.toString()).isZero();
    assertThat(report.get("leftovers").asLong()).as(report.toString()).isZero();
    assertThat(report.get("objects").asLong()).isEqualTo(report.get("rows").asLong());
    isWhole(storage);
  }

  /** Every object that the index knows is there as it was acknowledged. */
  void isWhole(String storage) throws IOException {
    ModelNode report = server.onStorage(storage, "verify");
    assertThat(report.get("missing").asList()).as(report.toString()).isEmpty();
    assertThat(report.get("damaged").asList()).as(report.toString()).isEmpty();
  }
}
