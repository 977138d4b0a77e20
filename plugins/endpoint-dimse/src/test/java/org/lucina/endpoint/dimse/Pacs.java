package org.lucina.endpoint.dimse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.lucina.dicom.testing.Tool;

/**
 * A PACS of another maker, run for a test. It knows one destination of C-MOVE beside.
 *
 * @param port where it listens
 * @param program what runs
 */
record Pacs(int port, Tool program) implements AutoCloseable {
  /** Its AE title. */
  static final String TITLE = "PACS";

  /** A destination of C-MOVE. */
  record Destination(String aeTitle, int port) {}

  /** DCMTK's image archive. */
  static Pacs dcmqrscp(Path folder, Destination... destinations) throws Exception {
    return dcmqrscp(TITLE, Tool.freePort(), folder, destinations);
  }

  /** DCMTK's image archive with a title and port that others know already. */
  static Pacs dcmqrscp(String title, int port, Path folder, Destination... destinations)
      throws Exception {
    Tool.assumeInstalled("dcmqrscp");
    Path store = Files.createDirectory(folder.resolve("db"));
    StringBuilder hosts = new StringBuilder();
    for (Destination each : destinations) {
      hosts.append(
          String.format("%s = (%s, 127.0.0.1, %d)%n", each.aeTitle(), each.aeTitle(), each.port()));
    }
    String config =
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
            .formatted(port, hosts, title, store);
    Path file = Files.writeString(folder.resolve("dcmqrscp.cfg"), config);
    Tool program = Tool.start(folder, "dcmqrscp", "-c", file.toString());
    return new Pacs(port, program.listeningOn(port));
  }

  /** Orthanc. */
  static Pacs orthanc(Path folder, Destination... destinations) throws Exception {
    String command = "/usr/sbin/Orthanc";
    Tool.assumeInstalled(Files.isExecutable(Path.of(command)) ? "sh" : "Orthanc");
    int port = Tool.freePort();
    String modalities =
        String.join(
            ",",
            Arrays.stream(destinations)
                .map(
                    each ->
                        String.format(
                            "\"%s\":[\"%s\",\"127.0.0.1\",%d]",
                            each.aeTitle().toLowerCase(Locale.ROOT), each.aeTitle(), each.port()))
                .toList());
    String config =
        """
        {"Name":"test","StorageDirectory":"%s","IndexDirectory":"%s","HttpServerEnabled":false,
        "Plugins":[],"DicomAet":"%s","DicomPort":%d,"DicomCheckCalledAet":true,
        "DicomAlwaysAllowEcho":true,"DicomAlwaysAllowStore":true,"DicomAlwaysAllowFind":true,
        "DicomAlwaysAllowGet":true,"DicomAlwaysAllowMove":true,"DicomModalities":{%s}}
        """
            .formatted(folder.resolve("db"), folder.resolve("db"), TITLE, port, modalities);
    Path file = Files.writeString(folder.resolve("orthanc.json"), config);
    Tool program = Tool.start(folder, command, file.toString());
    return new Pacs(port, program.listeningOn(port));
  }

  @Override
  public void close() throws Exception {
    program.close();
  }
}
