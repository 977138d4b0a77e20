package org.lucina.example.ledger;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** A file with a line for each dixel that was put. */
final class Ledger implements Endpoint {
  private final Path file;

  Ledger(Path file) {
    this.file = file;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.none().puts(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE);
  }

  @Override
  public String check() throws EndpointException {
    try {
      return lines().size() + " lines";
    } catch (IOException e) {
      throw new EndpointException(Reason.UNAVAILABLE, "the ledger cannot be read", e);
    }
  }

  /** The line is on disk when this returns, and stands there once however often it is put. */
  @Override
  public synchronized Reference put(Dixel dixel) throws EndpointException {
    String line = dixel.reference().toString();
    try {
      if (!lines().contains(line)) {
        Files.write(file, List.of(line), CREATE, APPEND, DSYNC);
      }
      return dixel.reference();
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, "the ledger cannot be written", e);
    }
  }

  private List<String> lines() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Override
  public void close() {}
}
