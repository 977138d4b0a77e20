package org.lucina.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.bench.client.DicomAddress;
import org.lucina.bench.client.WebAddress;

/** How a peer is set and started. */
interface Setup {

  /** Which peer it is. */
  PeerKind kind();

  /** Where it listens for associations. */
  DicomAddress dicom();

  /** Where it serves HTTP, if it does. */
  Optional<WebAddress> web();

  /** Makes its files in an empty folder and answers the command that starts it. */
  ProcessBuilder prepare(Path home) throws IOException;

  /** What is left to set when it runs. */
  default void configure(Path home) throws IOException {}

  /** The folder into which it writes objects as plain files, when nothing else tells them. */
  default Optional<Path> objects(Path home) {
    return Optional.empty();
  }
}
