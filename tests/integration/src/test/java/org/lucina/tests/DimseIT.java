package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.net.DimseService;

/** The DICOM listener of the assembled server: verify, store, find and get. */
@OnServer
class DimseIT {
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
  private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;

  private final SyntheticObjects objects = new SyntheticObjects(101);
  private final Ports ports = Ports.ofServer();

  @Test
  void answersAnEcho() throws Exception {
    try (Scu scu = Scu.open(ports, UID.Verification)) {
      assertThat(scu.echo()).isZero();
    }
  }

  @Test
  void findsWhatItAcknowledged() throws Exception {
    SyntheticObject ct = objects.ct(1, 1, 1, 1);

    try (Scu scu = Scu.open(ports, UID.CTImageStorage, FIND)) {
      assertThat(scu.store(ct)).isZero();
      List<DataSet> studies =
          scu.find(
              FIND,
              new DataSet()
                  .set(Tag.QueryRetrieveLevel, "STUDY")
                  .set(Tag.StudyInstanceUID, ct.study())
                  .set(Tag.PatientName, "")
                  .set(Tag.NumberOfStudyRelatedInstances, ""));

      assertThat(studies).hasSize(1);
      assertThat(studies.get(0).string(Tag.PatientName))
          .isEqualTo(ct.dataSet().string(Tag.PatientName));
      assertThat(studies.get(0).integer(Tag.NumberOfStudyRelatedInstances)).hasValue(1);
    }
  }

  @Test
  void acknowledgesTheSameObjectAgainWithoutCountingItTwice() throws Exception {
    SyntheticObject small = objects.small(2, 2, 2, 1);

    try (Scu scu = Scu.open(ports, UID.SecondaryCaptureImageStorage, FIND)) {
      assertThat(scu.store(small)).isZero();
      assertThat(scu.store(small)).isZero();
      assertThat(
              scu.find(
                  FIND,
                  new DataSet()
                      .set(Tag.QueryRetrieveLevel, "IMAGE")
                      .set(Tag.StudyInstanceUID, small.study())
                      .set(Tag.SeriesInstanceUID, small.series())
                      .set(Tag.SOPInstanceUID, "")))
          .hasSize(1);
    }
  }

  @Test
  void givesBackTheBytesThatItGot() throws Exception {
    SyntheticObject ct = objects.ct(3, 3, 3, 1);
    List<byte[]> received = new CopyOnWriteArrayList<>();
    DimseService sink = exchange -> received.add(exchange.data().readAllBytes());

    try (Scu sender = Scu.open(ports, UID.CTImageStorage)) {
      assertThat(sender.store(ct)).isZero();
    }
    try (Scu receiver =
        Scu.open(ports, Map.of(UID.CTImageStorage, sink), GET, UID.CTImageStorage)) {
      var last =
          receiver.get(
              GET,
              new DataSet()
                  .set(Tag.QueryRetrieveLevel, "STUDY")
                  .set(Tag.StudyInstanceUID, ct.study()));
      assertThat(last.status()).isZero();
    }
    assertThat(received).containsExactly(ct.bare());
  }
}
