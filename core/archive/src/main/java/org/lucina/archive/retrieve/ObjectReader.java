package org.lucina.archive.retrieve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.lucina.archive.index.InstanceRecord;

/** Hands out stored objects, whole or in parts; thread-safe. Everything streams. */
public interface ObjectReader {

  /**
   * The transfer syntax in which an object goes out: as stored when that is acceptable, else
   * Explicit or Implicit LE when it is stored uncompressed; empty when it cannot be sent.
   */
  Optional<String> outgoingSyntax(InstanceRecord object, Set<String> acceptable);

  /** Writes the data set (no preamble or File Meta) in one of those syntaxes. */
  void writeDataSet(InstanceRecord object, String transferSyntax, OutputStream out)
      throws IOException;

  /** Writes the Part 10 file; bit-identical to what is stored when the syntax is the stored one. */
  void writeFile(InstanceRecord object, String transferSyntax, OutputStream out) throws IOException;

  /** Opens the Part 10 file as it is stored. */
  InputStream openFile(InstanceRecord object) throws IOException;

  /**
   * Opens one frame (from 1): native pixels in little endian, or one code stream. It streams, but
   * for pixels that must be moved: of those one frame is held in memory.
   */
  InputStream openFrame(InstanceRecord object, int frame) throws IOException;

  /** Number of frames; 0 when it has no pixel data. */
  int frames(InstanceRecord object) throws IOException;

  /** Writes the bytes of one frame (from 1): native pixels in little endian, or one code stream. */
  void writeFrame(InstanceRecord object, int frame, OutputStream out) throws IOException;

  /**
   * Bytes of a bulk value as {@link #writeBulkData} gives it, so that ranges of it can be asked
   * for; empty when the object has no such value.
   */
  OptionalLong bulkDataLength(InstanceRecord object, String path) throws IOException;

  /**
   * Writes a bulk value.
   *
   * @param path attribute path as in {@code BulkDataURI}, such as {@code 7FE00010} or {@code
   *     54000100/1/54001010}
   * @param offset first byte of it
   * @param length bytes of it at most
   * @return false when the object has no such value
   */
  boolean writeBulkData(
      InstanceRecord object, String path, long offset, long length, OutputStream out)
      throws IOException;
}
