package org.lucina.spi.mint;

import java.util.Optional;
import org.lucina.spi.dixel.DicomLevel;

/**
 * Where a UID that is replaced stands.
 *
 * @param level that it identifies; empty for all others, such as a Frame of Reference UID
 * @param patientId Patient ID (0010,0020) of the object that holds it
 * @param studyUid its Study Instance UID (0020,000D)
 * @param seriesUid its Series Instance UID (0020,000E)
 */
public record UidPlace(
    Optional<DicomLevel> level,
    Optional<String> patientId,
    Optional<String> studyUid,
    Optional<String> seriesUid) {

  /** Anywhere. */
  public static UidPlace anywhere() {
    return new UidPlace(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
