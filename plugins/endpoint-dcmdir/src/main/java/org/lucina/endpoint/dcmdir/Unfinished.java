package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is removed at the end, unless it has got its place by then.
 *
 * @param file under the name of its unfinished time
 */
record Unfinished(Path file) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
