package org.lucina.archive.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.archive.testing.DimseFixture;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.net.AcceptedContext;
import org.lucina.net.Association;
import org.lucina.net.AssociationRequest;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseService;
import org.lucina.net.PresentationContext;
import org.lucina.net.Response;
import org.lucina.net.Status;

class QueryRetrieveTest {
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
  private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;
  private static final String MOVE = UID.StudyRootQueryRetrieveInformationModelMove;

  private final SyntheticObjects objects = new SyntheticObjects(5);
  private final List<SyntheticObject> stored = new ArrayList<>();
  private DimseFixture dimse;

  @BeforeEach
  void storeAStudy() throws Exception {
    dimse = new DimseFixture();
    for (int series = 0; series < 2; series++) {
      for (int instance = 0; instance < 3; instance++) {
        stored.add(objects.small(1, 1, series, instance));
      }
    }
    stored.add(objects.encapsulated(1, 1, 2, 0, 2, 1));
    for (SyntheticObject object : stored) {
      dimse.archive.send(object);
    }
  }

  @AfterEach
  void close() {
    dimse.close();
  }

  private DataSet identifier(String level) {
    return new DataSet().set(Tag.QueryRetrieveLevel, VR.CS, level);
  }

  private record Answer(Response last, List<Response> pending) {
    int count(int tag) {
      return last.command().integer(tag).orElse(-1);
    }
  }

  private static Answer ask(
      Association association, String sopClass, DimseCommand type, DataSet fields, DataSet data)
      throws IOException {
    List<Response> pending = new ArrayList<>();
    AcceptedContext context = association.contextsFor(sopClass).get(0);
    Response last = association.invoke(context, type, fields, Optional.of(data), pending::add);
    return new Answer(last, pending);
  }

  private Answer find(DataSet identifier) throws IOException {
    try (Association association = dimse.open(FIND)) {
      return ask(association, FIND, DimseCommand.C_FIND, new DataSet(), identifier);
    }
  }

  @Test
  void findsWithLevelRetrieveTitleAndAvailability() throws Exception {
    DataSet keys = identifier("SERIES");
    keys.set(Tag.StudyInstanceUID, stored.get(0).study());
    keys.setEmpty(Tag.SeriesInstanceUID, VR.UI).setEmpty(Tag.InstanceAvailability, VR.CS);
    Answer answer = find(keys);
    assertThat(answer.last().status()).isEqualTo(Status.SUCCESS);
    assertThat(answer.pending()).hasSize(3);
    DataSet match = answer.pending().get(0).data().orElseThrow();
    assertThat(match.string(Tag.QueryRetrieveLevel)).contains("SERIES");
    assertThat(match.string(Tag.RetrieveAETitle)).contains("LUCINA");
    assertThat(match.string(Tag.InstanceAvailability)).contains("ONLINE");
    assertThat(answer.pending()).allMatch(one -> one.status() == Status.PENDING);
    assertThat(dimse.audit).anyMatch(message -> message.contains("csd-code=\"110112\""));
  }

  @Test
  void warnsOfKeysThatAreNotMatchedOn() throws Exception {
    DataSet keys = identifier("STUDY").set(Tag.StudyDescription, "CHEST");
    assertThat(find(keys).pending())
        .isNotEmpty()
        .allMatch(one -> one.status() == Status.PENDING_OPTIONAL_KEYS_NOT_SUPPORTED);
  }

  @Test
  void refusesIdentifiersThatDoNotFitTheModelAndNamesTheElement() throws Exception {
    assertRefused(find(new DataSet().set(Tag.PatientID, "x")), 0xA900, Tag.QueryRetrieveLevel);
    assertRefused(find(identifier("PATIENT")), 0xA900, Tag.QueryRetrieveLevel);
    assertRefused(find(identifier("SERIES")), 0xA900, Tag.StudyInstanceUID);
    assertRefused(find(identifier("STUDY").set(Tag.StudyDate, VR.DA, "xx")), 0xC000, Tag.StudyDate);
  }

  private static void assertRefused(Answer answer, int status, int element) {
    assertThat(answer.last().status()).isEqualTo(status);
    assertThat(answer.last().command().integers(Tag.OffendingElement)).containsExactly(element);
    assertThat(answer.last().command().string(Tag.ErrorComment)).isPresent();
  }

  @Test
  void findsAcrossStudiesWhenRelationalQueriesWereAgreedOn() throws Exception {
    Map<String, byte[]> relational = Map.of(FIND, new byte[] {1, 1, 1});
    try (Association association =
        dimse.open(DimseFixture.contexts(FIND), Map.of(), relational, Map.of())) {
      assertThat(association.extendedNegotiation(FIND))
          .hasValueSatisfying(answer -> assertThat(answer).containsExactly(1, 1, 1));
      Answer answer =
          ask(
              association,
              FIND,
              DimseCommand.C_FIND,
              new DataSet(),
              identifier("IMAGE").setEmpty(Tag.SOPInstanceUID, VR.UI));
      assertThat(answer.pending()).hasSize(stored.size());
    }
  }

  @Test
  void warnsTheSenderOfAnObjectThatIsNotKeptBecauseAnotherIs() throws Exception {
    SyntheticObject first = stored.get(0);
    DataSet other = first.dataSet();
    other.set(Tag.SeriesDescription, "not the same");
    try (Association association = dimse.open(first.sopClass())) {
      Response response =
          association.store(
              association.contextsFor(first.sopClass()).get(0),
              first.sopClass(),
              first.sopInstance(),
              Optional.empty(),
              out -> DicomWriter.of(out).writeDataSet(other, TransferSyntax.EXPLICIT_LE));
      assertThat(response.status()).isEqualTo(Status.ELEMENTS_DISCARDED);
      assertThat(response.command().string(Tag.ErrorComment)).isPresent();
    }
  }

  @Test
  void stopsAtACancel() throws Exception {
    try (Association association = dimse.open(FIND)) {
      DataSet keys = identifier("STUDY").setEmpty(Tag.StudyInstanceUID, VR.UI);
      for (int study = 10; study < 200; study++) {
        dimse.archive.send(objects.small(study, study, 0, 0));
      }
      List<Response> pending = new ArrayList<>();
      Response last =
          association.invoke(
              association.contextsFor(FIND).get(0),
              DimseCommand.C_FIND,
              new DataSet(),
              Optional.of(keys),
              response -> {
                pending.add(response);
                return pending.size() < 2;
              });
      assertThat(last.status()).isIn(Status.CANCEL, Status.SUCCESS);
      assertThat(association.isOpen()).isTrue();
    }
  }

  private Association openForGet(List<String> received, String... syntaxes) throws IOException {
    List<PresentationContext> contexts = new ArrayList<>(DimseFixture.contexts(GET));
    Map<String, AssociationRequest.Role> roles = new java.util.HashMap<>();
    Map<String, DimseService> services = new java.util.HashMap<>();
    for (String sopClass :
        List.of(UID.SecondaryCaptureImageStorage, UID.UltrasoundMultiFrameImageStorage)) {
      for (String syntax : syntaxes) {
        contexts.add(new PresentationContext(2 * contexts.size() + 1, sopClass, List.of(syntax)));
      }
      roles.put(sopClass, new AssociationRequest.Role(false, true));
      services.put(
          sopClass,
          exchange -> {
            exchange.data().readAllBytes();
            received.add(exchange.command().string(Tag.AffectedSOPInstanceUID).orElse(""));
            exchange.respond(Status.SUCCESS);
          });
    }
    return dimse.open(contexts, roles, Map.of(), services);
  }

  @Test
  void getsAWholeStudyOnTheSameAssociation() throws Exception {
    List<String> received = new CopyOnWriteArrayList<>();
    try (Association association =
        openForGet(received, UID.ExplicitVRLittleEndian, UID.JPEG2000Lossless)) {
      Answer answer = get(association, stored.get(0).study());
      assertThat(answer.last().status()).isEqualTo(Status.SUCCESS);
      assertThat(answer.count(Tag.NumberOfCompletedSuboperations)).isEqualTo(7);
      assertThat(answer.count(Tag.NumberOfFailedSuboperations)).isZero();
      assertThat(answer.pending().get(0).command().integer(Tag.NumberOfRemainingSuboperations))
          .hasValue(6);
    }
    assertThat(received)
        .containsExactlyInAnyOrderElementsOf(
            stored.stream().map(SyntheticObject::sopInstance).toList());
    assertThat(dimse.audit)
        .anyMatch(
            message ->
                message.contains("csd-code=\"110104\"")
                    && message.contains("EventActionCode=\"R\""));
  }

  private Answer get(Association association, String study) throws IOException {
    DataSet identifier = identifier("STUDY").set(Tag.StudyInstanceUID, study);
    return ask(association, GET, DimseCommand.C_GET, new DataSet(), identifier);
  }

  @Test
  void failsOnlyTheSubOperationsThatCannotBeDone() throws Exception {
    List<String> received = new CopyOnWriteArrayList<>();
    try (Association association = openForGet(received, UID.ImplicitVRLittleEndian)) {
      Answer answer = get(association, stored.get(0).study());
      assertThat(answer.last().status()).isEqualTo(Status.SUBOPERATIONS_WITH_FAILURES);
      assertThat(answer.count(Tag.NumberOfCompletedSuboperations)).isEqualTo(6);
      assertThat(answer.count(Tag.NumberOfFailedSuboperations)).isEqualTo(1);
      assertThat(answer.last().data().orElseThrow().strings(Tag.FailedSOPInstanceUIDList))
          .containsExactly(stored.get(6).sopInstance());
    }
    assertThat(received).hasSize(6);
  }

  @Test
  void failsObjectsWhoseFilesAreGoneAndGoesOn() throws Exception {
    dimse.archive.storage.delete(dimse.archive.record(stored.get(2)).location());
    List<String> received = new CopyOnWriteArrayList<>();
    try (Association association =
        openForGet(received, UID.ExplicitVRLittleEndian, UID.JPEG2000Lossless)) {
      Answer answer = get(association, stored.get(0).study());
      assertThat(answer.last().status()).isEqualTo(Status.SUBOPERATIONS_WITH_FAILURES);
      assertThat(answer.count(Tag.NumberOfCompletedSuboperations)).isEqualTo(6);
      assertThat(answer.last().data().orElseThrow().strings(Tag.FailedSOPInstanceUIDList))
          .containsExactly(stored.get(2).sopInstance());
    }
  }

  @Test
  void answersNothingFoundWithSuccess() throws Exception {
    try (Association association = openForGet(new ArrayList<>(), UID.ExplicitVRLittleEndian)) {
      Answer answer = get(association, "1.2.3");
      assertThat(answer.last().status()).isEqualTo(Status.SUCCESS);
      assertThat(answer.count(Tag.NumberOfCompletedSuboperations)).isZero();
    }
  }

  @Test
  void movesToAConfiguredApplicationEntity() throws Exception {
    try (DimseFixture destination = new DimseFixture();
        Association association = dimse.open(MOVE)) {
      dimse.remote("OTHER", destination.port());
      Answer answer = move(association, "OTHER");
      assertThat(answer.last().status()).isEqualTo(Status.SUCCESS);
      assertThat(answer.count(Tag.NumberOfCompletedSuboperations)).isEqualTo(7);
      for (SyntheticObject object : stored) {
        assertThat(destination.archive.dataSet(object, object.syntax().uid()))
            .isEqualTo(object.bare());
      }
    }
  }

  private Answer move(Association association, String destination) throws IOException {
    DataSet fields = new DataSet().set(Tag.MoveDestination, VR.AE, destination);
    DataSet identifier = identifier("STUDY").set(Tag.StudyInstanceUID, stored.get(0).study());
    return ask(association, MOVE, DimseCommand.C_MOVE, fields, identifier);
  }

  @Test
  void knowsNoOtherDestinations() throws Exception {
    try (Association association = dimse.open(MOVE)) {
      assertThat(move(association, "NOBODY").last().status())
          .isEqualTo(Status.MOVE_DESTINATION_UNKNOWN);
    }
  }

  @Test
  void failsAllWhenTheDestinationCannotBeReached() throws Exception {
    try (Association association = dimse.open(MOVE)) {
      dimse.remote("DOWN", 1);
      Answer answer = move(association, "DOWN");
      assertThat(answer.last().status()).isEqualTo(Status.OUT_OF_RESOURCES_SUBOPERATIONS);
      assertThat(answer.count(Tag.NumberOfFailedSuboperations)).isEqualTo(7);
      assertThat(answer.last().data().orElseThrow().strings(Tag.FailedSOPInstanceUIDList))
          .hasSize(7);
    }
  }
}
