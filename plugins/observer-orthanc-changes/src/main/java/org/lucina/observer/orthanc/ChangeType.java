package org.lucina.observer.orthanc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.observer.DixelEvent.Kind;

/** The changes of Orthanc that can be told, and what they are here. */
enum ChangeType {
  NEW_INSTANCE("NewInstance", Kind.ADDED),
  NEW_SERIES("NewSeries", Kind.ADDED),
  NEW_STUDY("NewStudy", Kind.ADDED),
  NEW_PATIENT("NewPatient", Kind.ADDED),
  STABLE_SERIES("StableSeries", Kind.STABLE),
  STABLE_STUDY("StableStudy", Kind.STABLE),
  STABLE_PATIENT("StablePatient", Kind.STABLE),
  UPDATED_ATTACHMENT("UpdatedAttachment", Kind.CHANGED),
  UPDATED_METADATA("UpdatedMetadata", Kind.CHANGED),
  DELETED("Deleted", Kind.DELETED);

  private final String text;
  private final Kind kind;

  ChangeType(String text, Kind kind) {
    this.text = text;
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  static Optional<ChangeType> of(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(type -> type.text).toList();
  }
}
