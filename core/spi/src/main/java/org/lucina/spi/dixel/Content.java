package org.lucina.spi.dixel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Bytes that can be read, as often as one likes, from where they are: nothing is held in memory.
 */
public interface Content {

  /** How many bytes, if that is known without reading them. */
  OptionalLong length() throws IOException;

  /** Reads them from the start; close it. */
  InputStream open() throws IOException;

  /** The bytes of a file. */
  static Content of(Path file) {
    return new Content() {
      @Override
      public OptionalLong length() throws IOException {
        return OptionalLong.of(Files.size(file));
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }

  /** What a source opens, each time anew. */
  static Content of(OptionalLong length, IoSupplier<InputStream> source) {
    return new Content() {
      @Override
      public OptionalLong length() {
        return length;
      }

      @Override
      public InputStream open() throws IOException {
        return source.get();
      }
    };
  }
}
