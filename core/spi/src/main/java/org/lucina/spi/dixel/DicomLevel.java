package org.lucina.spi.dixel;

import java.util.Locale;
import java.util.Optional;

/** Levels of the Query/Retrieve information model (PS3.4 C.6), general before specific. */
public enum DicomLevel {
  PATIENT,
  STUDY,
  SERIES,
  /** {@code IMAGE} in DIMSE. */
  INSTANCE;

  /** The level of a name in any case; {@code image} is an instance. */
  public static Optional<DicomLevel> parse(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "patient" -> Optional.of(PATIENT);
      case "study" -> Optional.of(STUDY);
      case "series" -> Optional.of(SERIES);
      case "instance", "image" -> Optional.of(INSTANCE);
      default -> Optional.empty();
    };
  }

  /** Query/Retrieve Level (0008,0052). */
  public String queryRetrieveLevel() {
    return this == INSTANCE ? "IMAGE" : name();
  }

  /** Whether this is a part of what the other level holds. */
  public boolean isBelow(DicomLevel other) {
    return compareTo(other) > 0;
  }

  /** The level that this belongs to, empty for patients. */
  public Optional<DicomLevel> above() {
    return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
  }

  /** The level of the parts, empty for instances. */
  public Optional<DicomLevel> below() {
    return this == INSTANCE ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }
}
