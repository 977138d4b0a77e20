package org.lucina.dicom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Orthanc, run on free ports of the loopback and on a folder of the test; with its
 * DICOMweb plugin where that is installed. It lets in {@value #USER} with {@value #PASSWORD}, knows
 * itself as modality {@code self}, and takes metadata {@code note}.
 */
public final class OrthancServer implements AutoCloseable {
  /** Who may use it. */
  public static final String USER = "lucina";

  /** The user's password. */
  public static final String PASSWORD = "secret";

  private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
  private static final Path DICOMWEB = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final int httpPort = freePort();
  private final int dicomPort = freePort();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private Process process;

  private OrthancServer(Path folder) {
    this.folder = folder;
    String storage = "\"" + folder.resolve("storage") + "\"";
    with("Name", "\"test\"");
    with("StorageDirectory", storage);
    with("IndexDirectory", storage);
    with("HttpPort", Integer.toString(httpPort));
    with("DicomPort", Integer.toString(dicomPort));
    with("AuthenticationEnabled", "true");
    with("RegisteredUsers", "{\"" + USER + "\": \"" + PASSWORD + "\"}");
    with("UserMetadata", "{\"note\": 4000}");
    with("DicomModalities", "{\"self\": [\"ORTHANC\", \"127.0.0.1\", " + dicomPort + "]}");
    with("StableAge", "1");
    if (Files.exists(DICOMWEB)) {
      with("Plugins", "[\"" + DICOMWEB + "\"]");
      with(
          "DicomWeb",
          "{\"Enable\": true, \"Root\": \"/dicom-web/\", \"EnableWado\": true, \"WadoRoot\": \"/wado\"}");
    }
  }

  /** One that is not started yet; skips the running test, saying why, when it is not installed. */
  public static OrthancServer orSkip(Path folder) {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM), "skipped: " + PROGRAM + " is absent (Debian package orthanc)");
    return new OrthancServer(folder);
  }

  /** The same with its DICOMweb plugin. */
  public static OrthancServer withDicomWebOrSkip(Path folder) {
    Assumptions.assumeTrue(
        Files.exists(DICOMWEB),
        "skipped: " + DICOMWEB + " is absent (Debian package orthanc-dicomweb)");
    return orSkip(folder);
  }

  /** Has another setting, as JSON. */
  public OrthancServer with(String name, String json) {
    settings.put(name, json);
    return this;
  }

  /** Starts it, again if it was stopped, and waits until it answers. */
  public OrthancServer start() throws IOException {
    Files.createDirectories(folder);
    Path configuration = folder.resolve("orthanc.json");
    Files.writeString(
        configuration,
        settings.entrySet().stream()
            .map(setting -> "\"" + setting.getKey() + "\": " + setting.getValue())
            .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
    ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString(), configuration.toString());
    builder.environment().put("TCP_NODELAY", "1");
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("orthanc.log").toFile())
            .start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!answers(httpPort) || !answers(dicomPort)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(
            "Orthanc does not start: " + Files.readString(folder.resolve("orthanc.log")));
      }
      pause();
    }
    return this;
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its REST interface is. */
  public String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  /** Where it listens for associations, as {@code ORTHANC}. */
  public int dicomPort() {
    return dicomPort;
  }

  /** Stops it; its folder stays. */
  public void stop() throws IOException {
    if (process != null) {
      process.destroy();
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Kills it, which is faster. */
  @Override
  public void close() throws IOException {
    if (process != null) {
      process.destroyForcibly();
    }
    stop();
  }
}
