package org.lucina.spi.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Keeps objects (Part 10 files) byte for byte, in two phases: write, then commit or revoke.
 *
 * <p>Thread-safe. What is committed survives loss of power. What was begun and not committed when
 * the process ended is gone, or removed, before the storage is used again.
 */
public interface Storage extends AutoCloseable {

  /**
   * Begins to store an object.
   *
   * @param sopInstanceUid a hint for names; several objects may be stored under one UID
   * @throws StorageFullException when there is no room
   */
  StorageUpload begin(String sopInstanceUid) throws IOException;

  /**
   * Opens a stored object for reading at any position, by one thread.
   *
   * @throws java.nio.file.NoSuchFileException when there is none at that location
   */
  ObjectChannel open(String location) throws IOException;

  /**
   * Removes an object for good (it does not come back after a loss of power when this returns);
   * removing one that is gone is no error.
   */
  void delete(String location) throws IOException;

  /** Removes objects; a storage may do that faster than one by one. */
  default void delete(Collection<String> locations) throws IOException {
    for (String location : locations) {
      delete(location);
    }
  }

  /**
   * Lists the objects committed at or after an instant (and possibly some before), so that an index
   * can be brought up to date after a crash or be rebuilt.
   */
  Stream<StoredObject> committedSince(Instant instant) throws IOException;

  /**
   * Does what can wait, such as winning back the space of deleted objects. Called every few minutes
   * while the storage is in use, by one thread at a time, which it may keep as long as it needs.
   */
  default void maintain() throws IOException {}

  /** Bytes that can still be stored, {@link Long#MAX_VALUE} when unknown. */
  long usableBytes() throws IOException;

  @Override
  void close();
}
