package org.lucina.spi.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Compares stored objects with the digests under which they were acknowledged. */
@FunctionalInterface
public interface StorageVerifier {

  /**
   * Reads objects whole and compares.
   *
   * @param storage name of the storage resource
   * @param studyUid Study Instance UID, empty for all objects of the storage
   * @throws IOException when the storage cannot be read at all
   */
  Report verify(String storage, Optional<String> studyUid) throws IOException;

  /**
   * What was found.
   *
   * @param verified objects that are as they were acknowledged
   * @param missing locations that the index knows and the storage does not
   * @param damaged locations whose bytes are not those that were acknowledged
   */
  record Report(long verified, List<String> missing, List<String> damaged) {

    /** Copies the lists. */
    public Report {
      missing = List.copyOf(missing);
      damaged = List.copyOf(damaged);
    }
  }
}
