package org.lucina.dicom;

import java.util.Optional;

/**
 * A value that was left where it lies: {@code length} bytes at {@code offset} of a source.
 *
 * @param uri where the source is, empty when it is the stream or file that was just read
 * @param offset first byte of the value, counted from the start of the (inflated) source
 * @param length bytes of the value
 * @param bigEndian whether numbers in it are big endian
 */
public record BulkData(Optional<String> uri, long offset, long length, boolean bigEndian)
    implements Value {

  @Override
  public boolean isEmpty() {
    return length == 0;
  }
}
