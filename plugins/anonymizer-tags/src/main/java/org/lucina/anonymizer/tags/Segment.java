package org.lucina.anonymizer.tags;

/** A piece of a file that is put together while it is read. */
sealed interface Segment {

  /** Bytes of it. */
  long length();

  /**
   * Bytes at hand.
   *
   * @param bytes not changed any more
   */
  record Held(byte[] bytes) implements Segment {
    @Override
    public long length() {
      return bytes.length;
    }
  }

  /**
   * Bytes that are left where they are.
   *
   * @param offset in the source
   * @param length of them
   */
  record Left(long offset, long length) implements Segment {}
}
