package org.lucina.spi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An object that is being stored: written in order, then committed; closing without commit revokes
 * it and leaves nothing behind. Used by one thread at a time.
 */
public interface StorageUpload extends AutoCloseable {

  /**
   * Appends all remaining bytes of the buffer.
   *
   * @throws StorageFullException when there is no room
   */
  void write(ByteBuffer bytes) throws IOException;

  /**
   * Makes the object durable (it survives loss of power when this returns) and visible.
   *
   * <p>The location is made of A-Z a-z 0-9 . _ - and /, 255 characters at most.
   */
  StoredObject commit() throws IOException;

  /**
   * Appends all remaining bytes of the buffer and commits: what {@link #write} and {@link
   * #commit()} do, but a storage can take the bytes from the buffer without keeping a copy.
   */
  default StoredObject commit(ByteBuffer last) throws IOException {
    write(last);
    return commit();
  }

  /** Revokes what was not committed. */
  @Override
  void close() throws IOException;
}
