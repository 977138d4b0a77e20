package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.net.AssociationRequest.Role;

/** The status that each fault of a request or a service gets (PS3.7 C); the association lives. */
class ServiceFaultsTest {
  private static final String CT = UID.CTImageStorage;
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;

  @Test
  void dimseExceptionsBecomeTheirStatusAfterUnreadDataIsSkipped() throws Exception {
    DimseService service =
        exchange -> {
          assertThat(exchange.data().read()).isEqualTo(7);
          throw new DimseException(
              Status.OUT_OF_RESOURCES,
              "No room: größer\\than " + "x".repeat(80),
              List.of(1, 2),
              null);
        };
    Response response = storeThenEcho(service, 0);
    assertThat(response.status()).isEqualTo(Status.OUT_OF_RESOURCES);
    assertThat(response.command().string(Tag.ErrorComment).orElseThrow())
        .startsWith("No room: gr??er?than x")
        .hasSize(64);
    assertThat(response.command().integers(Tag.OffendingElement)).containsExactly(1, 2);
  }

  @Test
  void unexpectedExceptionsBecome0110AndAreLogged() throws Exception {
    DimseService service =
        exchange -> {
          throw new IllegalStateException("secret");
        };
    Response response = storeThenEcho(service, 1);
    assertThat(response.status()).isEqualTo(Status.PROCESSING_FAILURE);
    assertThat(response.command().string(Tag.ErrorComment)).contains("Internal error");
  }

  @Test
  void brokenDisksBecome0110AndAreLogged() throws Exception {
    DimseService service =
        exchange -> {
          throw new IOException("disk");
        };
    assertThat(storeThenEcho(service, 1).status()).isEqualTo(Status.PROCESSING_FAILURE);
  }

  @Test
  void dataThatIsNoDicomBecomesC000() throws Exception {
    DimseService service =
        exchange -> {
          throw new DicomFormatException("Value is too long", "(0008,0018)", 12);
        };
    Response response = storeThenEcho(service, 0);
    assertThat(response.status()).isEqualTo(Status.CANNOT_UNDERSTAND);
    assertThat(response.command().string(Tag.ErrorComment).orElseThrow()).contains("(0008,0018)");
  }

  @Test
  void aSecondFinalResponseIsAFaultOfTheServiceThatThePeerDoesNotSee() throws Exception {
    DimseService service =
        exchange -> {
          exchange.respond(Status.SUCCESS);
          exchange.respond(Status.SUCCESS);
        };
    assertThat(storeThenEcho(service, 1).status()).isEqualTo(Status.SUCCESS);
  }

  @Test
  void identifiersBeyondTheLimitAreRefused() throws Exception {
    DimseService service = Exchange::readData;
    try (Listening scp = Listening.with(Map.of(FIND, service));
        Association scu = Requests.open(scp.port(), Requests.of(FIND))) {
      DataSet large = new DataSet().set(Tag.PixelData, VR.OW, new byte[2 << 20]);
      Response response =
          scu.invoke(
              scu.contextsFor(FIND).get(0),
              DimseCommand.C_FIND,
              new DataSet(),
              Optional.of(large),
              pending -> true);
      assertThat(response.status()).isEqualTo(Status.CANNOT_UNDERSTAND);
      assertThat(scu.isOpen()).isTrue();
    }
  }

  @Test
  void unknownOperationsBecome0211() throws Exception {
    assertStatus(RawPeer.echo(1).set(Tag.CommandField, VR.US, 0x0077), 1, 0x0211);
  }

  @Test
  void classesThatDoNotFitTheContextBecome0122() throws Exception {
    assertStatus(
        RawPeer.echo(1).set(Tag.AffectedSOPClassUID, VR.UI, CT), 1, Status.SOP_CLASS_NOT_SUPPORTED);
  }

  @Test
  void classesWithoutAServiceBecome0122() throws Exception {
    assertStatus(RawPeer.store(1, FIND), 5, Status.SOP_CLASS_NOT_SUPPORTED);
  }

  @Test
  void missingUidsAndDataSetsBecome0212AndAreNamed() throws Exception {
    DataSet noClass = RawPeer.echo(1);
    noClass.remove(Tag.AffectedSOPClassUID);
    DataSet answer = assertStatus(noClass, 1, Status.MISTYPED_ARGUMENT);
    assertThat(answer.integers(Tag.OffendingElement)).containsExactly(Tag.AffectedSOPClassUID);

    DataSet noInstance = RawPeer.store(1, CT);
    noInstance.remove(Tag.AffectedSOPInstanceUID);
    answer = assertStatus(noInstance, 3, Status.MISTYPED_ARGUMENT);
    assertThat(answer.integers(Tag.OffendingElement)).containsExactly(Tag.AffectedSOPInstanceUID);

    DataSet noData = RawPeer.store(1, CT).set(Tag.CommandDataSetType, VR.US, 0x0101);
    answer = assertStatus(noData, 3, Status.MISTYPED_ARGUMENT);
    assertThat(answer.integers(Tag.OffendingElement)).containsExactly(Tag.CommandDataSetType);
  }

  @Test
  void rolesThatWereNotNegotiatedBecome0122() throws Exception {
    AssociationRequest request = Requests.of(Map.of(CT, new Role(false, true)), CT);
    try (Listening scp = Listening.with(Map.of(CT, exchange -> {}));
        Association scu = Requests.open(scp.port(), request)) {
      AcceptedContext context = scu.contexts().iterator().next();
      Response response =
          scu.store(context, CT, "1.2.3", Optional.empty(), out -> out.write(new byte[8]));
      assertThat(response.status()).isEqualTo(Status.SOP_CLASS_NOT_SUPPORTED);
    }
  }

  @Test
  void otherClassesGoToTheServiceForAll() throws Exception {
    Map<String, DimseService> services =
        Map.of(
            DimseService.ANY_SOP_CLASS,
            exchange -> exchange.respond(Status.ELEMENTS_DISCARDED),
            CT,
            exchange -> exchange.respond(Status.SUCCESS));
    try (Listening scp = Listening.with(services);
        Association scu = Requests.open(scp.port(), Requests.of(CT, "1.2.3.4"))) {
      assertThat(store(scu, CT).status()).isEqualTo(Status.SUCCESS);
      assertThat(store(scu, "1.2.3.4").status()).isEqualTo(Status.ELEMENTS_DISCARDED);
    }
  }

  @Test
  void membersOfAMetaClassMayCome() throws Exception {
    String meta = UID.BasicGrayscalePrintManagementMeta;
    String session = UID.BasicFilmSession;
    DimseService printer = exchange -> exchange.respond(Status.SUCCESS);
    try (Listening scp = Listening.with(Map.of(session, printer));
        Association scu = Requests.open(scp.port(), Requests.of(meta))) {
      Response response =
          scu.invoke(
              scu.contextsFor(meta).get(0),
              DimseCommand.N_CREATE,
              new DataSet().set(Tag.AffectedSOPClassUID, VR.UI, session),
              Optional.empty(),
              pending -> true);
      assertThat(response.status()).isEqualTo(Status.SUCCESS);
    }
  }

  /** Stores a little with a service that fails, and checks that the association still works. */
  private static Response storeThenEcho(DimseService service, int faults) throws Exception {
    try (Listening scp = Listening.with(Map.of(CT, service, UID.Verification, exchange -> {}));
        Association scu = Requests.open(scp.port(), Requests.of(CT, UID.Verification))) {
      Response response = store(scu, CT);
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
      assertThat(scp.faults).hasSize(faults);
      return response;
    }
  }

  private static Response store(Association scu, String sopClass) throws IOException {
    byte[] data = new byte[300_000];
    data[0] = 7;
    return scu.store(
        scu.contextsFor(sopClass).get(0),
        sopClass,
        "1.2.3",
        Optional.empty(),
        out -> out.write(data));
  }

  /** Sends a raw command, with data when it announces some, and checks the response's status. */
  private static DataSet assertStatus(DataSet command, int context, int status) throws Exception {
    Map<String, DimseService> services =
        Map.of(UID.Verification, exchange -> {}, CT, exchange -> {});
    try (Listening scp = Listening.with(services);
        RawPeer peer = RawPeer.associate(scp.port())) {
      peer.sendCommand(context, command);
      if (command.integer(Tag.CommandDataSetType).orElseThrow() != 0x0101) {
        peer.sendValue(context, 0, new byte[100]).sendValue(context, 2, new byte[100]);
      }
      DataSet answer = peer.expectCommand();
      assertThat(answer.integer(Tag.Status)).hasValue(status);
      assertThat(answer.integer(Tag.MessageIDBeingRespondedTo)).hasValue(1);
      peer.sendCommand(1, RawPeer.echo(2));
      assertThat(peer.expectCommand().integer(Tag.Status)).hasValue(Status.SUCCESS);
      return answer;
    }
  }
}
