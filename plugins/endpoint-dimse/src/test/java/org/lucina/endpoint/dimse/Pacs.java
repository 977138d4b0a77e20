package org.lucina.endpoint.dimse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lucina.dicom.testing.DcmqrscpServer;
import org.lucina.dicom.testing.OrthancServer;

/**
 * A PACS of another maker, run for a test. It knows one destination of C-MOVE beside.
 *
 * @param port where it listens
 * @param program what runs
 */
record Pacs(int port, AutoCloseable program) implements AutoCloseable {
  /** Its AE title. */
  static final String TITLE = "PACS";

  /** A destination of C-MOVE. */
  record Destination(String aeTitle, int port) {}

  /** DCMTK's image archive. */
  static Pacs dcmqrscp(Path folder, Destination... destinations) throws Exception {
    DcmqrscpServer server = DcmqrscpServer.orSkip(folder, TITLE);
    for (Destination each : destinations) {
      server.knowing(each.aeTitle(), each.port());
    }
    return new Pacs(server.port(), server.start());
  }

  /** Orthanc. */
  static Pacs orthanc(Path folder, Destination... destinations) throws Exception {
    OrthancServer server =
        OrthancServer.orSkip(folder)
            .with("Plugins", "[]")
            .with("DicomAet", "\"" + TITLE + "\"")
            .with("DicomCheckCalledAet", "true")
            .with(
                "DicomModalities",
                Arrays.stream(destinations)
                    .map(
                        each ->
                            String.format(
                                "\"%s\": [\"%s\", \"127.0.0.1\", %d]",
                                each.aeTitle().toLowerCase(Locale.ROOT),
                                each.aeTitle(),
                                each.port()))
                    .collect(Collectors.joining(", ", "{", "}")));
    for (String request : List.of("Echo", "Store", "Find", "Get", "Move")) {
      server.with("DicomAlwaysAllow" + request, "true");
    }
    return new Pacs(server.dicomPort(), server.start());
  }

  @Override
  public void close() throws Exception {
    program.close();
  }
}
