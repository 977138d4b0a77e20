package org.lucina.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.web.log.WebLog;

/**
 * Keeps what is written until it is known how the response begins: in memory up to a limit, beyond
 * it in a temporary file. Closing discards it. Not thread-safe.
 */
public final class Spool extends OutputStream {
  private static final int IN_MEMORY = 1 << 20;

  private byte[] memory = new byte[8 << 10];
  private int inMemory;
  private long length;
  private Optional<Path> file = Optional.empty();
  private Optional<OutputStream> toFile = Optional.empty();

  /** Bytes written so far. */
  public long length() {
    return length;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    length += count;
    if (file.isEmpty() && inMemory + count > IN_MEMORY) {
      Path made = Files.createTempFile("lucina-response-", ".tmp");
      file = Optional.of(made);
      toFile = Optional.of(Files.newOutputStream(made));
    }
    if (toFile.isPresent()) {
      flushMemory(toFile.get());
      toFile.get().write(bytes, offset, count);
      return;
    }
    if (inMemory + count > memory.length) {
      memory =
          java.util.Arrays.copyOf(
              memory, Math.min(IN_MEMORY, Math.max(memory.length * 2, inMemory + count)));
    }
    System.arraycopy(bytes, offset, memory, inMemory, count);
    inMemory += count;
  }

  private void flushMemory(OutputStream out) throws IOException {
    out.write(memory, 0, inMemory);
    inMemory = 0;
  }

  /** Writes all of it to a stream. */
  public void copyTo(OutputStream out) throws IOException {
    if (file.isEmpty()) {
      out.write(memory, 0, inMemory);
      return;
    }
    toFile.get().flush();
    try (InputStream in = Files.newInputStream(file.get())) {
      in.transferTo(out);
    }
  }

  @Override
  public void close() {
    try {
      if (toFile.isPresent()) {
        toFile.get().close();
      }
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    } catch (IOException e) {
      WebLog.LOG.spoolNotDeleted(e.toString());
    }
  }
}
