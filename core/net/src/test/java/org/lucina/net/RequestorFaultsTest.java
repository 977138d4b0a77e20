package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.net.pdu.Abort;
import org.lucina.net.pdu.AssociateRj;
import org.lucina.net.pdu.PduDecoder;
import org.lucina.net.pdu.PduEncoder;

/** What a requestor makes of acceptors that reject, abort, hang up, are silent or talk nonsense. */
class RequestorFaultsTest {
  private static final Duration SHORT = Duration.ofMillis(600);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private ServerSocket server;

  interface Script {
    void play(RawPeer peer) throws Exception;
  }

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void rejection() {
    assertThatThrownBy(() -> open(peer -> peer.send(PduEncoder.encode(new AssociateRj(1, 1, 7)))))
        .isInstanceOf(AssociationException.class)
        .hasMessageContaining("called AE title not recognized");
  }

  @Test
  void abortInsteadOfAnAnswer() {
    assertThatThrownBy(() -> open(peer -> peer.send(PduEncoder.encode(new Abort(2, 1)))))
        .isInstanceOf(AssociationException.class)
        .hasMessageContaining("unrecognized PDU");
  }

  @Test
  void hangingUpInsteadOfAnAnswer() {
    assertThatThrownBy(() -> open(RawPeer::close)).isInstanceOf(AssociationException.class);
  }

  @Test
  void silenceInsteadOfAnAnswer() {
    assertThatThrownBy(() -> open(peer -> peer.expect(7)))
        .isInstanceOf(AssociationException.class)
        .hasMessageContaining("silent");
  }

  @Test
  void anAnswerThatIsNoPdu() {
    assertThatThrownBy(() -> open(peer -> peer.send("HTTP/1.1 400 Bad Request".getBytes())))
        .isInstanceOf(AssociationException.class)
        .hasMessageContaining("PDU");
  }

  @Test
  void nobodyListens() throws IOException {
    server.close();
    assertThatThrownBy(() -> open(peer -> {})).isInstanceOf(java.net.ConnectException.class);
  }

  @Test
  void abortInsteadOfAResponse() throws Exception {
    assertEchoFails(peer -> peer.send(PduEncoder.encode(new Abort(0, 0))), "service-user");
  }

  @Test
  void releaseInsteadOfAResponse() throws Exception {
    assertEchoFails(peer -> peer.send(PduEncoder.releaseRq()).expect(6), "released");
  }

  @Test
  void silenceInsteadOfAResponse() throws Exception {
    assertEchoFails(peer -> peer.expect(7), "silent");
  }

  @Test
  void aResponseToAnotherMessage() throws Exception {
    assertEchoFails(peer -> peer.sendCommand(1, response(99)), "awaits none");
  }

  @Test
  void aRequestForAServiceThatIsNotOfferedIsRefusedMeanwhile() throws Exception {
    Association scu =
        open(
            peer -> {
              peer.send(acceptance(peer.expect(1)));
              peer.expectCommand();
              peer.sendCommand(1, RawPeer.echo(5));
              DataSet refusal = peer.expectCommand();
              assertThat(refusal.integer(Tag.Status)).hasValue(Status.SOP_CLASS_NOT_SUPPORTED);
              peer.sendCommand(1, response(1));
              peer.expect(5);
              peer.send(PduEncoder.releaseRp());
            });
    assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
    scu.release();
  }

  @Test
  void releaseCollision() throws Exception {
    Association scu =
        open(
            peer -> {
              peer.send(acceptance(peer.expect(1)));
              peer.expect(5);
              peer.send(PduEncoder.releaseRq());
              peer.expect(6);
              peer.send(PduEncoder.releaseRp());
            });
    scu.release();
    assertThat(scu.isOpen()).isFalse();
  }

  @Test
  void aPeerThatDoesNotReadIsCutOff() throws Exception {
    Association scu = open(peer -> peer.send(acceptance(peer.expect(1))));
    assertThatThrownBy(
            () ->
                scu.store(
                    scu.contexts().iterator().next(),
                    UID.Verification,
                    "1.2.3",
                    Optional.empty(),
                    out -> {
                      while (true) {
                        out.write(new byte[65536]);
                      }
                    }))
        .isInstanceOf(AssociationException.class)
        .hasMessageContaining("silent or slow");
    assertThat(scu.isOpen()).isFalse();
  }

  @Test
  void operationsOnAnEndedAssociationFail() throws Exception {
    try (Listening scp = Listening.with(Map.of(UID.Verification, exchange -> {}))) {
      Association released = Requests.open(scp.port(), Requests.of(UID.Verification));
      released.release();
      assertThatThrownBy(released::echo).isInstanceOf(AssociationException.class);
      assertThatThrownBy(released::release).isInstanceOf(AssociationException.class);
      released.abort();
      released.close();
      Association aborted = Requests.open(scp.port(), Requests.of(UID.Verification));
      aborted.abort();
      assertThatThrownBy(aborted::echo).isInstanceOf(AssociationException.class);
    }
  }

  private void assertEchoFails(Script script, String message) throws Exception {
    Association scu =
        open(
            peer -> {
              peer.send(acceptance(peer.expect(1)));
              peer.expectCommand();
              script.play(peer);
            });
    assertThatThrownBy(scu::echo)
        .isInstanceOf(AssociationException.class)
        .hasMessageContaining(message);
    assertThat(scu.isOpen()).isFalse();
  }

  /** Opens an association with an acceptor that plays a script and stays until the test ends. */
  private Association open(Script script) throws IOException {
    threads.submit(
        () -> {
          RawPeer peer = new RawPeer(server.accept());
          script.play(peer);
          return peer;
        });
    return Associations.open(
        Requests.of(UID.Verification),
        new ConnectOptions(
            "127.0.0.1", server.getLocalPort(), Optional.empty(), SHORT, SHORT, Map.of()));
  }

  private static byte[] acceptance(byte[] request) throws Exception {
    var rq = PduDecoder.associateRq(request);
    return PduEncoder.encode(
        Negotiation.answer(rq, AssociateMapping.fromPdu(rq), new Listening.AcceptAll(), 16384, 1)
            .ac());
  }

  private static DataSet response(int messageId) {
    return new DataSet()
        .set(Tag.CommandField, VR.US, 0x8030)
        .set(Tag.MessageIDBeingRespondedTo, VR.US, messageId)
        .set(Tag.CommandDataSetType, VR.US, 0x0101)
        .set(Tag.Status, VR.US, 0);
  }
}
