package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.net.pdu.Abort;

/** Peers that are silent, trickle, or do not read: each is cut off, and harms nobody else. */
class SlowPeersTest {
  private static final Duration SHORT = Duration.ofMillis(600);
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;

  @Test
  void silenceBeforeTheRequestEndsWithArtim() throws Exception {
    try (Listening scp = listen(SHORT, Duration.ofSeconds(20));
        RawPeer peer = RawPeer.connect(scp.port())) {
      assertThat(peer.readToEnd()).isZero();
      await().untilAsserted(() -> assertThat(scp.faults).hasSize(1));
    }
  }

  @Test
  void aRequestThatTricklesIsCutByArtimAsAWhole() throws Exception {
    try (Listening scp = listen(SHORT, Duration.ofSeconds(20));
        RawPeer peer = RawPeer.connect(scp.port())) {
      assertThat(trickle(peer, RawPeer.requestPdu())).isFalse();
      assertThat(scp.opened).isEmpty();
    }
  }

  @Test
  void tlsHandshakesAreCutByArtim() throws Exception {
    Listening.Settings settings = new Listening.Settings();
    settings.requestTimeout = SHORT;
    settings.tls = Optional.of(SSLContext.getDefault());
    try (Listening scp = Listening.with(settings, Map.of());
        RawPeer peer = RawPeer.connect(scp.port())) {
      peer.send(new byte[] {0x16, 3, 1});
      peer.readToEnd();
      await().untilAsserted(() -> assertThat(scp.faults).hasSize(1));
    }
  }

  @Test
  void silenceBetweenMessagesIsAborted() throws Exception {
    try (Listening scp = listen(Duration.ofSeconds(20), SHORT);
        RawPeer peer = RawPeer.associate(scp.port())) {
      assertThat(peer.expectAbort()).isEqualTo(new Abort(Abort.SERVICE_USER, 0));
      peer.close();
      await().until(() -> scp.listener().openAssociations() == 0);
      assertThat(scp.faults).singleElement().asString().contains("silent or slow");
    }
  }

  @Test
  void aPduThatTricklesIsCut() throws Exception {
    try (Listening scp = listen(SHORT, SHORT);
        RawPeer peer = RawPeer.associate(scp.port())) {
      byte[] command = CommandSet.encode(RawPeer.store(1, UID.CTImageStorage));
      peer.sendValue(3, 3, command);
      assertThat(trickle(peer, RawPeer.pdu(4, RawPeer.value(10_002, 3, 2, new byte[10_000]))))
          .isFalse();
    }
  }

  @Test
  void emptyPdusDoNotKeepAnAssociation() throws Exception {
    try (Listening scp = listen(SHORT, SHORT);
        RawPeer peer = RawPeer.associate(scp.port())) {
      assertThat(sendsUntilCut(peer, RawPeer.pdu(4, new byte[0]))).isTrue();
    }
  }

  @Test
  void tinyFragmentsDoNotKeepAnAssociation() throws Exception {
    try (Listening scp = listen(SHORT, SHORT);
        RawPeer peer = RawPeer.associate(scp.port())) {
      peer.sendCommand(3, RawPeer.store(1, UID.CTImageStorage));
      assertThat(sendsUntilCut(peer, RawPeer.pdu(4, RawPeer.value(2, 3, 0, new byte[0])))).isTrue();
    }
  }

  @Test
  void aMessageAtAFairPaceMayTakeLongerThanTheIdleTimeout() throws Exception {
    try (Listening scp = listen(SHORT, SHORT);
        RawPeer peer = RawPeer.associate(scp.port())) {
      peer.sendCommand(3, RawPeer.store(1, UID.CTImageStorage));
      long end = System.nanoTime() + SHORT.multipliedBy(3).toNanos();
      while (System.nanoTime() < end) {
        peer.sendValue(3, 0, new byte[1000]);
        Thread.sleep(50);
      }
      peer.sendValue(3, 2, new byte[0]);
      assertThat(peer.expectCommand().integer(Tag.Status).orElseThrow()).isZero();
    }
  }

  @Test
  void aPeerThatDoesNotReadIsCutOff() throws Exception {
    DataSet match = new DataSet().set(Tag.PixelData, VR.OW, new byte[100_000]);
    DimseService endless =
        exchange -> {
          while (true) {
            exchange.respond(Status.PENDING, new DataSet(), Optional.of(match));
          }
        };
    Listening.Settings settings = new Listening.Settings();
    settings.idleTimeout = SHORT;
    try (Listening scp = Listening.with(settings, Map.of(FIND, endless));
        RawPeer peer = RawPeer.associate(scp.port())) {
      DataSet command = RawPeer.store(1, FIND);
      command.set(Tag.CommandField, VR.US, 0x20);
      peer.sendCommand(5, command).sendValue(5, 2, new byte[0]);
      await().until(() -> scp.listener().openAssociations() == 0);
      assertThat(scp.faults).singleElement().asString().contains("silent or slow");
    }
  }

  @Test
  void halfOpenConnectionsDoNotKeepOthersOut() throws Exception {
    Listening.Settings settings = new Listening.Settings();
    settings.requestTimeout = Duration.ofSeconds(2);
    settings.maxAssociations = 5;
    List<RawPeer> halfOpen = new ArrayList<>();
    try (Listening scp = Listening.with(settings, Map.of(UID.Verification, exchange -> {}))) {
      for (int i = 0; i < 20; i++) {
        halfOpen.add(RawPeer.connect(scp.port()));
      }
      try (Association scu = Requests.open(scp.port(), Requests.of(UID.Verification))) {
        assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
      }
      for (RawPeer peer : halfOpen) {
        assertThat(peer.readToEnd()).isZero();
      }
    } finally {
      for (RawPeer peer : halfOpen) {
        peer.close();
      }
    }
  }

  @Test
  void aPeerThatKeepsTalkingAfterAnAbortIsClosedUpon() throws Exception {
    try (Listening scp = listen(SHORT, Duration.ofSeconds(20));
        RawPeer peer = RawPeer.associate(scp.port())) {
      peer.send(RawPeer.pdu(9, new byte[4]));
      peer.expectAbort();
      assertThat(trickle(peer, new byte[10_000])).isFalse();
    }
  }

  private static Listening listen(Duration requestTimeout, Duration idleTimeout)
      throws IOException {
    Listening.Settings settings = new Listening.Settings();
    settings.requestTimeout = requestTimeout;
    settings.idleTimeout = idleTimeout;
    return Listening.with(
        settings, Map.of(UID.Verification, exchange -> {}, UID.CTImageStorage, exchange -> {}));
  }

  /** Sends a byte every 20 ms until all are sent (true) or the peer has hung up (false). */
  private static boolean trickle(RawPeer peer, byte[] bytes) throws Exception {
    try {
      for (byte one : bytes) {
        peer.send(new byte[] {one});
        Thread.sleep(20);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Sends bytes again and again; true when the peer has hung up. */
  private static boolean sendsUntilCut(RawPeer peer, byte[] bytes) throws Exception {
    try {
      for (int i = 0; i < 200; i++) {
        peer.send(bytes);
        Thread.sleep(SHORT.toMillis() / 6);
      }
      return false;
    } catch (IOException cut) {
      return true;
    }
  }
}
