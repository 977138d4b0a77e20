package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.net.Response;

/** Peers on the DICOM port that mean no good: the server outlives them and forgets them. */
@OnServer
@EnabledIfSystemProperty(named = "lucina.tests.database", matches = "h2")
class HostilePeersIT {
  @RegisterExtension static final Vitals VITALS = new Vitals();

  private static final int RANDOM_PEERS = 100;
  private static final int PATIENCE_MILLIS = 60_000;

  private final Ports ports = Ports.ofServer();

  @Test
  void randomBytes() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < RANDOM_PEERS; i++) {
      byte[] bytes = new byte[1 + random.nextInt(4000)];
      random.nextBytes(bytes);
      bytes[0] = (byte) random.nextInt(10);
      sendAndDrop(bytes);
    }
  }

  @Test
  void lengthsThatLie() throws Exception {
    for (int type = 0; type <= 8; type++) {
      for (int length : new int[] {0, 1, 1 << 20, Integer.MAX_VALUE, -1}) {
        ByteBuffer pdu = ByteBuffer.allocate(16).put((byte) type).put((byte) 0).putInt(length);
        sendAndDrop(pdu.array());
      }
    }
  }

  @Test
  void halfOpenConnectionsInNumbers() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 120; i++) {
        sockets.add(connect());
      }
      try (Scu scu = Scu.open(ports, UID.Verification)) {
        assertThat(scu.echo()).isZero();
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void aThousandOpenedAndDropped() throws Exception {
    for (int i = 0; i < 1000; i++) {
      try (Socket socket = connect()) {
        socket.getOutputStream().write(1);
      }
    }
  }

  @Test
  void twoHundredAtOnceAreServedUpToTheLimitAndRefusedBeyondIt() throws Exception {
    List<Scu> opened = new ArrayList<>();
    int refused = 0;
    try {
      for (int i = 0; i < 200; i++) {
        try {
          opened.add(Scu.openAs("TESTER" + i % 8, ports, UID.Verification));
        } catch (IOException limit) {
          refused++;
        }
      }
      assertThat(opened).hasSizeBetween(90, 100);
      assertThat(opened.size() + refused).isEqualTo(200);
      for (Scu scu : opened) {
        assertThat(scu.echo()).isZero();
      }
    } finally {
      for (Scu scu : opened) {
        scu.close();
      }
    }
  }

  @Test
  void aDeflatedBombIsRefusedByTheNameOfTheLimit() throws Exception {
    byte[] bomb = bomb();
    assertThat(bomb).hasSizeLessThan(256 << 10);
    try (Scu scu = Scu.openDeflated(ports, UID.SecondaryCaptureImageStorage)) {
      Response refusal = scu.storeBytes(UID.SecondaryCaptureImageStorage, "1.2.3.4", bomb);

      assertThat(refusal.status()).isIn(0xC000, 0xA700);
      assertThat(refusal.command().string(Tag.ErrorComment))
          .hasValueSatisfying(comment -> assertThat(comment).contains("more than"));
    }
  }

  @Test
  void peersThatAreTooSlowAreCutOffWhileOthersAreServed() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (Management management = Management.connect()) {
      requestTimeout(management, 2);
      try {
        for (int i = 0; i < 20; i++) {
          slow.add(connect());
        }
        Vitals.assertAnswers();
        await()
            .atMost(Duration.ofSeconds(10))
            .pollInterval(Duration.ofMillis(200))
            .until(() -> slow.stream().filter(HostilePeersIT::isOpenForOneByteMore).count() == 0);
      } finally {
        requestTimeout(management, 30);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static void requestTimeout(Management management, int seconds) throws IOException {
    ModelNode address = Management.address("subsystem=lucina/dicom-listener=default");
    management.run(Operations.createWriteAttributeOperation(address, "request-timeout", seconds));
  }

  /** Sends another byte of an A-ASSOCIATE-RQ, which is not to last. */
  private static boolean isOpenForOneByteMore(Socket socket) {
    try {
      socket.getOutputStream().write(1);
      return socket.getInputStream().available() == 0;
    } catch (IOException cut) {
      return false;
    }
  }

  @Test
  void uidsThatClimbOutOfTheStorageAreRefused() throws Exception {
    for (String uid : new String[] {"../../../evil", "1.2/../../evil", "1..2", "/etc/passwd"}) {
      SyntheticObject object = new SyntheticObjects(978).small(1, 1, 1, 1);
      DataSet data = object.dataSet();
      data.set(Tag.SOPInstanceUID, VR.UI, uid);
      try (Scu scu = Scu.open(ports, UID.SecondaryCaptureImageStorage)) {
        SyntheticObject evil = new SyntheticObject("evil", TransferSyntax.EXPLICIT_LE, data);
        assertThat(scu.store(evil)).as(uid).isIn(0xC000, 0xC001, 0xC002, 0xA900, 0x0117);
      }
    }
  }

  /** Some 16 MB of empty elements in some 20 KB. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater raw = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, raw, 8192)) {
      element(deflating, 0x0008, 0x0016, UID.SecondaryCaptureImageStorage + "\0");
      element(deflating, 0x0008, 0x0018, "1.2.3.4\0");
      byte[] empty = {0x09, 0, 0x10, 0x10, 'L', 'O', 0, 0};
      for (int i = 0; i < 2_100_000; i++) {
        deflating.write(empty);
      }
    } finally {
      raw.end();
    }
    byte[] bytes = out.toByteArray();
    return bytes.length % 2 == 0 ? bytes : java.util.Arrays.copyOf(bytes, bytes.length + 1);
  }

  private static void element(java.io.OutputStream out, int group, int element, String uid)
      throws IOException {
    String even = uid.length() % 2 == 0 ? uid : uid.substring(0, uid.length() - 1);
    byte[] value = even.getBytes(StandardCharsets.US_ASCII);
    out.write(
        new byte[] {
          (byte) group,
          (byte) (group >> 8),
          (byte) element,
          (byte) (element >> 8),
          'U',
          'I',
          (byte) value.length,
          0
        });
    out.write(value);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.dicom());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** Sends bytes, says no more, and reads what comes: A-ABORTs at most. */
  private void sendAndDrop(byte[] bytes) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      byte[] answer = new DataInputStream(socket.getInputStream()).readNBytes(100);
      assertThat(answer.length).isIn(0, 10, 20);
    } catch (java.net.SocketException reset) {
      assertThat(reset).hasMessageMatching("(?i).*(reset|broken pipe|closed).*");
    }
  }
}
