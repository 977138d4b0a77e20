package org.lucina.spi.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes stored objects as plain files. */
@FunctionalInterface
public interface StorageExporter {

  /**
   * Writes the indexed objects of a storage, byte for byte, to {@code study/series/instance.dcm}
   * under a folder, named by their UIDs. Files that are there already stay as they are.
   *
   * @param storage name of the storage resource
   * @param folder absolute, made when absent
   * @param studyUid Study Instance UID, empty for all objects of the storage
   * @throws IOException when the storage cannot be read or the folder cannot be written at all
   */
  Report export(String storage, Path folder, Optional<String> studyUid) throws IOException;

  /**
   * What was done.
   *
   * @param exported files that were written
   * @param existing files that were there already
   * @param failed locations of objects that could not be read
   */
  record Report(long exported, long existing, List<String> failed) {

    /** Copies the list. */
    public Report {
      failed = List.copyOf(failed);
    }
  }
}
