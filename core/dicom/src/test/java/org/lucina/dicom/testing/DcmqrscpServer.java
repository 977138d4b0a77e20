package org.lucina.dicom.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * DCMTK's image archive, run on a free port of the loopback and on a folder of the test. It lets in
 * everybody, and sends to those that it was told of.
 */
public final class DcmqrscpServer implements AutoCloseable {
  private static final String PROGRAM = "dcmqrscp";

  private final Path folder;
  private final String aeTitle;
  private final StringBuilder hosts = new StringBuilder();
  private final int port;
  private Tool process;

  private DcmqrscpServer(Path folder, String aeTitle, int port) {
    this.folder = folder;
    this.aeTitle = aeTitle;
    this.port = port;
  }

  /** One that is not started yet; skips the running test, saying why, when it is not installed. */
  public static DcmqrscpServer orSkip(Path folder, String aeTitle) throws Exception {
    return orSkip(folder, aeTitle, Tool.freePort());
  }

  /** The same on a port that others know already. */
  public static DcmqrscpServer orSkip(Path folder, String aeTitle, int port) {
    Tool.assumeInstalled(PROGRAM);
    return new DcmqrscpServer(folder, aeTitle, port);
  }

  /** Knows a destination of C-MOVE on the loopback. */
  public DcmqrscpServer knowing(String destination, int destinationPort) {
    hosts.append(
        String.format("%s = (%s, 127.0.0.1, %d)%n", destination, destination, destinationPort));
    return this;
  }

  /** Starts it, again if it was stopped, and waits until it answers. */
  public DcmqrscpServer start() throws Exception {
    Path objects = Files.createDirectories(folder.resolve("db"));
    String settings =
        """
        NetworkTCPPort = %d
        MaxPDUSize = 16384
        MaxAssociations = 16
        HostTable BEGIN
        %sHostTable END
        VendorTable BEGIN
        VendorTable END
        AETable BEGIN
        %s %s RW (200, 1024mb) ANY
        AETable END
        """
            .formatted(port, hosts, aeTitle, objects);
    Path configuration = Files.writeString(folder.resolve("dcmqrscp.cfg"), settings);
    process = Tool.start(folder, PROGRAM, "-c", configuration.toString()).listeningOn(port);
    return this;
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Stops it; its folder stays. */
  @Override
  public void close() throws Exception {
    if (process != null) {
      process.close();
    }
  }
}
