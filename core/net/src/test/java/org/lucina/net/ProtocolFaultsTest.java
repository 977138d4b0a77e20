package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.net.pdu.Abort;
import org.lucina.net.pdu.AssociateRj;
import org.lucina.net.pdu.PduEncoder;

/** What a listener answers to peers that break PS3.8 and PS3.7 6.3; it always lives on. */
class ProtocolFaultsTest {
  private static final byte[] NOTHING = new byte[0];
  private static final byte[] FOUR = new byte[4];

  private Listening scp;

  @BeforeEach
  void listen() throws Exception {
    Listening.Settings settings = new Listening.Settings();
    settings.maxPduLength = 16384;
    scp =
        Listening.with(
            settings, Map.of(UID.Verification, exchange -> {}, UID.CTImageStorage, exchange -> {}));
  }

  @AfterEach
  void livesOn() throws Exception {
    try (Association scu = Requests.open(scp.port(), Requests.of(UID.Verification))) {
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
    }
    scp.close();
  }

  @Test
  void pdusThatDoNotBelongInAnOpenAssociation() throws Exception {
    expectProviderAbort(RawPeer.pdu(9, FOUR), Abort.UNRECOGNIZED_PDU);
    expectProviderAbort(RawPeer.pdu(0, NOTHING), Abort.UNRECOGNIZED_PDU);
    expectProviderAbort(RawPeer.requestPdu(), Abort.UNEXPECTED_PDU);
    expectProviderAbort(RawPeer.pdu(2, new byte[80]), Abort.UNEXPECTED_PDU);
    expectProviderAbort(RawPeer.pdu(3, FOUR), Abort.UNEXPECTED_PDU);
    expectProviderAbort(RawPeer.pdu(6, FOUR), Abort.UNEXPECTED_PDU);
  }

  @Test
  void pdusWithWrongLengths() throws Exception {
    expectProviderAbort(RawPeer.pdu(4, 16385, NOTHING), Abort.INVALID_PDU_PARAMETER_VALUE);
    expectProviderAbort(RawPeer.pdu(4, -1, NOTHING), Abort.INVALID_PDU_PARAMETER_VALUE);
    expectProviderAbort(RawPeer.pdu(5, 5, new byte[5]), Abort.INVALID_PDU_PARAMETER_VALUE);
    expectProviderAbort(RawPeer.pdu(7, 0, NOTHING), Abort.INVALID_PDU_PARAMETER_VALUE);
  }

  @Test
  void presentationDataValuesThatLie() throws Exception {
    byte[] echo = CommandSet.encode(RawPeer.echo(1));
    expectInvalidValue(RawPeer.value(echo.length + 3, 1, 3, echo));
    expectInvalidValue(RawPeer.value(1, 1, 3, echo));
    expectInvalidValue(RawPeer.value(0, 1, 3, echo));
    expectInvalidValue(RawPeer.value(-1, 1, 3, echo));
    expectInvalidValue(new byte[5]);
  }

  @Test
  void contextsThatWereNotAccepted() throws Exception {
    byte[] echo = CommandSet.encode(RawPeer.echo(1));
    expectInvalidValue(RawPeer.value(echo.length + 2, 2, 3, echo));
    expectInvalidValue(RawPeer.value(echo.length + 2, 99, 3, echo));
  }

  @Test
  void malformedCommandSets() throws Exception {
    DataSet noField = RawPeer.echo(1);
    noField.remove(Tag.CommandField);
    DataSet noId = RawPeer.echo(1);
    noId.remove(Tag.MessageID);
    DataSet noType = RawPeer.echo(1);
    noType.remove(Tag.CommandDataSetType);
    DataSet response = new DataSet();
    response.set(Tag.CommandField, VR.US, 0x8030).set(Tag.CommandDataSetType, VR.US, 0x0101);
    for (DataSet command : new DataSet[] {noField, noId, noType, response, new DataSet()}) {
      byte[] encoded = CommandSet.encode(command);
      expectInvalidValue(RawPeer.value(encoded.length + 2, 1, 3, encoded));
    }
    byte[] otherGroup = HexFormat.of().parseHex("0800180002000000" + "3100");
    expectInvalidValue(RawPeer.value(otherGroup.length + 2, 1, 3, otherGroup));
    byte[] tooLong = HexFormat.of().parseHex("00000001ffffffff" + "3000");
    expectInvalidValue(RawPeer.value(tooLong.length + 2, 1, 3, tooLong));
    expectInvalidValue(RawPeer.value(2, 1, 3, NOTHING));
  }

  @Test
  void endlessCommandSets() throws Exception {
    try (RawPeer peer = RawPeer.associate(scp.port())) {
      for (int fragment = 0; fragment < 5; fragment++) {
        peer.sendValue(1, 1, new byte[16000]);
      }
      assertThat(peer.expectAbort()).isEqualTo(new Abort(2, Abort.INVALID_PDU_PARAMETER_VALUE));
    }
  }

  @Test
  void fragmentsOutOfOrder() throws Exception {
    expectProviderAbort(
        RawPeer.pdu(4, RawPeer.value(6, 1, 2, FOUR)), Abort.UNEXPECTED_PDU_PARAMETER);
    try (RawPeer peer = RawPeer.associate(scp.port())) {
      peer.sendCommand(3, RawPeer.store(1, UID.CTImageStorage)).sendValue(1, 0, FOUR);
      assertThat(peer.expectAbort()).isEqualTo(new Abort(2, Abort.UNEXPECTED_PDU_PARAMETER));
    }
    try (RawPeer peer = RawPeer.associate(scp.port())) {
      peer.sendCommand(3, RawPeer.store(1, UID.CTImageStorage)).sendCommand(1, RawPeer.echo(2));
      assertThat(peer.expectAbort()).isEqualTo(new Abort(2, Abort.UNEXPECTED_PDU_PARAMETER));
    }
  }

  @Test
  void releaseWithinAMessage() throws Exception {
    try (RawPeer peer = RawPeer.associate(scp.port())) {
      peer.sendCommand(3, RawPeer.store(1, UID.CTImageStorage)).send(PduEncoder.releaseRq());
      assertThat(peer.expectAbort()).isEqualTo(new Abort(2, Abort.UNEXPECTED_PDU));
    }
  }

  @Test
  void aResponseToNothing() throws Exception {
    try (RawPeer peer = RawPeer.associate(scp.port())) {
      DataSet response = RawPeer.echo(1);
      response.remove(Tag.MessageID);
      response.set(Tag.CommandField, VR.US, 0x8030);
      response.set(Tag.MessageIDBeingRespondedTo, VR.US, 1);
      peer.sendCommand(1, response);
      assertThat(peer.expectAbort().source()).isEqualTo(Abort.SERVICE_PROVIDER);
    }
  }

  @Test
  void otherPdusThanARequestAtTheBeginning() throws Exception {
    for (byte[] pdu :
        new byte[][] {
          RawPeer.pdu(4, FOUR), RawPeer.pdu(5, FOUR), RawPeer.pdu(9, FOUR), RawPeer.pdu(2, FOUR)
        }) {
      try (RawPeer peer = RawPeer.connect(scp.port())) {
        assertThat(peer.send(pdu).expectAbort().source()).isEqualTo(Abort.SERVICE_USER);
      }
    }
  }

  @Test
  void requestsThatAreTooLongOrLie() throws Exception {
    byte[] lying = RawPeer.requestPdu();
    lying[5] -= 1;
    for (byte[] pdu : new byte[][] {RawPeer.pdu(1, 1 << 28, NOTHING), lying}) {
      try (RawPeer peer = RawPeer.connect(scp.port())) {
        assertThat(peer.send(pdu).expectAbort()).isEqualTo(new Abort(Abort.SERVICE_USER, 0));
      }
    }
  }

  @Test
  void otherVersionsAndApplicationsAreRejected() throws Exception {
    byte[] version = RawPeer.requestPdu();
    version[7] = 2;
    try (RawPeer peer = RawPeer.connect(scp.port())) {
      assertThat(peer.send(version).expectRejection()).isEqualTo(AssociateRj.PROTOCOL_VERSION);
    }
    byte[] application = RawPeer.requestPdu();
    application[6 + 68 + 4] = '9';
    try (RawPeer peer = RawPeer.connect(scp.port())) {
      assertThat(peer.send(application).expectRejection())
          .isEqualTo(AssociateRj.APPLICATION_CONTEXT);
    }
  }

  @Test
  void randomBytes() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 100; round++) {
      byte[] noise = new byte[1 + random.nextInt(3000)];
      random.nextBytes(noise);
      try (RawPeer peer = RawPeer.connect(scp.port())) {
        noise[0] = (byte) (round % 9);
        sendAndHangUp(peer, noise);
      }
      try (RawPeer peer = RawPeer.associate(scp.port())) {
        byte[] body = RawPeer.value(noise.length + 2, 1, round % 4, noise);
        sendAndHangUp(peer, RawPeer.pdu(4, body));
      }
    }
  }

  private static void sendAndHangUp(RawPeer peer, byte[] noise) throws IOException {
    peer.send(noise);
    peer.socket.shutdownOutput();
    peer.readToEnd();
  }

  @Test
  void valuesMayBeSplitAndPackedAsOneLikes() throws Exception {
    byte[] echo = CommandSet.encode(RawPeer.echo(7));
    try (RawPeer peer = RawPeer.associate(scp.port())) {
      for (byte one : echo) {
        peer.sendValue(1, 1, new byte[] {one});
      }
      peer.send(RawPeer.pdu(4, NOTHING)).sendValue(1, 3, NOTHING);
      assertThat(peer.expectCommand().integer(Tag.MessageIDBeingRespondedTo)).hasValue(7);

      byte[] store = CommandSet.encode(RawPeer.store(8, UID.CTImageStorage));
      java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
      all.writeBytes(RawPeer.value(store.length + 2, 3, 3, store));
      all.writeBytes(RawPeer.value(6, 3, 0, FOUR));
      all.writeBytes(RawPeer.value(2, 3, 0, NOTHING));
      all.writeBytes(RawPeer.value(6, 3, 2, FOUR));
      all.writeBytes(RawPeer.value(echo.length + 2, 1, 3, echo));
      peer.send(RawPeer.pdu(4, all.toByteArray()));
      assertThat(peer.expectCommand().integer(Tag.MessageIDBeingRespondedTo)).hasValue(8);
      assertThat(peer.expectCommand().integer(Tag.MessageIDBeingRespondedTo)).hasValue(7);
      peer.send(PduEncoder.releaseRq()).expect(6);
      peer.close();
    }
    assertThat(scp.faults).isEmpty();
  }

  private void expectInvalidValue(byte[] value) throws IOException {
    expectProviderAbort(RawPeer.pdu(4, value), Abort.INVALID_PDU_PARAMETER_VALUE);
  }

  private void expectProviderAbort(byte[] pdu, int reason) throws IOException {
    try (RawPeer peer = RawPeer.associate(scp.port())) {
      assertThat(peer.send(pdu).expectAbort()).isEqualTo(new Abort(Abort.SERVICE_PROVIDER, reason));
    }
  }
}
