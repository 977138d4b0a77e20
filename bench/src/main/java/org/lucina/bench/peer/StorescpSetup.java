package org.lucina.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.bench.client.DicomAddress;
import org.lucina.bench.client.WebAddress;

/**
 * DCMTK's {@code storescp}, bit-preserving, with a process for each association; it does not sync.
 *
 * @param ports where it listens
 */
record StorescpSetup(Ports ports) implements Setup {

  @Override
  public PeerKind kind() {
    return PeerKind.STORESCP;
  }

  @Override
  public DicomAddress dicom() {
    return new DicomAddress("STORESCP", ports.storescp());
  }

  @Override
  public Optional<WebAddress> web() {
    return Optional.empty();
  }

  @Override
  public ProcessBuilder prepare(Path home) throws IOException {
    Path folder = Files.createDirectories(folder(home));
    return new ProcessBuilder(
        "storescp",
        "--fork",
        "+B",
        "-pdu",
        "131072",
        "-od",
        folder.toString(),
        Integer.toString(ports.storescp()));
  }

  @Override
  public Optional<Path> objects(Path home) {
    return Optional.of(folder(home));
  }

  private static Path folder(Path home) {
    return home.resolve("objects");
  }
}
