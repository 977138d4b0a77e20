package org.lucina.archive.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;

/** Passes over the index once and finds the objects that their storage does not hold. */
final class MissingObjects {
  private static final int BATCH = 500;

  private final ArchiveIndex index;
  private final String name;
  private final Storage storage;
  private final Findings missing = new Findings();
  private long rows;

  /** A pass that has not begun. */
  MissingObjects(ArchiveIndex index, String name, Storage storage) {
    this.index = index;
    this.name = name;
    this.storage = storage;
  }

  /** What is done with those that are found. */
  interface Found {
    void missing(List<InstanceRecord> batch);
  }

  void pass(Found then) throws IOException {
    List<InstanceRecord> batch = new ArrayList<>();
    try {
      index.instancesIn(
          name,
          record -> {
            rows++;
            if (isMissing(record)) {
              missing.add(record.location());
              ArchiveLog.LOG.missing(record.sopInstance(), record.location(), name);
              batch.add(record);
            }
            if (batch.size() == BATCH) {
              then.missing(batch);
              batch.clear();
            }
            return true;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!batch.isEmpty()) {
      then.missing(batch);
    }
  }

  /** A row is taken out before its object: one that is still there has lost it. */
  private boolean isMissing(InstanceRecord record) {
    return !isThere(record.location()) && isKnown(index, record);
  }

  /** Whether the index has an object under its UID at that location. */
  static boolean isKnown(ArchiveIndex index, InstanceRecord record) {
    return index
        .instance(record.sopInstance())
        .filter(now -> now.storage().equals(record.storage()))
        .filter(now -> now.location().equals(record.location()))
        .isPresent();
  }

  private boolean isThere(String location) {
    try (ObjectChannel channel = storage.open(location)) {
      return channel.isOpen();
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Findings missing() {
    return missing;
  }

  long rows() {
    return rows;
  }
}
