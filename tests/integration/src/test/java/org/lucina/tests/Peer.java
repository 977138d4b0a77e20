package org.lucina.tests;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Another archive that a test runs beside the server, or nothing where it is not installed. */
final class Peer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int dicom;
  private final int http;

  private Peer(Process process, int dicom, int http) {
    this.process = process;
    this.dicom = dicom;
    this.http = http;
  }

  /** DCMTK's archive, whose AE title is QRSCP, and which knows a destination of C-MOVE. */
  static Peer dcmqrscp(Path folder, String destination, int destinationPort) throws IOException {
    assumeInstalled("dcmqrscp");
    int port = freePort();
    Path objects = Files.createDirectories(folder.resolve("objects"));
    Path configuration = folder.resolve("dcmqrscp.cfg");
    Files.writeString(
        configuration,
        """
        NetworkTCPPort = %d
        MaxPDUSize = 131072
        MaxAssociations = 64
        HostTable BEGIN
        lucina = (%s, 127.0.0.1, %d)
        HostTable END
        VendorTable BEGIN
        VendorTable END
        AETable BEGIN
        QRSCP %s RW (200000, 100gb) ANY
        AETable END
        """
            .formatted(port, destination, destinationPort, objects));
    return start(
        new ProcessBuilder("dcmqrscp", "-c", configuration.toString()), folder, port, 0, port);
  }

  /** Orthanc, without users. */
  static Peer orthanc(Path folder) throws IOException {
    assumeInstalled("Orthanc");
    int dicom = freePort();
    int http = freePort();
    Path configuration = folder.resolve("orthanc.json");
    Files.writeString(
        configuration,
        """
        { "Name": "peer", "StorageDirectory": "%1$s", "IndexDirectory": "%1$s",
          "DicomPort": %2$d, "HttpPort": %3$d, "RemoteAccessAllowed": false,
          "AuthenticationEnabled": false, "Plugins": [], "DicomAet": "ORTHANC" }
        """
            .formatted(Files.createDirectories(folder.resolve("storage")), dicom, http));
    return start(
        new ProcessBuilder("Orthanc", configuration.toString()), folder, dicom, http, http);
  }

  private static Peer start(ProcessBuilder command, Path folder, int dicom, int http, int awaited)
      throws IOException {
    command.environment().put("TCP_NODELAY", "1");
    Process process =
        command.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    Peer peer = new Peer(process, dicom, http);
    try {
      await().atMost(PATIENCE).until(() -> peer.listensOn(awaited));
    } catch (RuntimeException | Error e) {
      peer.close();
      throw e;
    }
    return peer;
  }

  private boolean listensOn(int port) {
    if (!process.isAlive()) {
      throw new IllegalStateException("the peer ended with status " + process.exitValue());
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  int dicomPort() {
    return dicom;
  }

  int httpPort() {
    return http;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static void assumeInstalled(String program) {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    Assumptions.assumeTrue(found, program + " is not installed");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
