package org.lucina.endpoint.orthanc;

import java.util.Optional;
import org.lucina.spi.dixel.DicomLevel;

/** What Orthanc calls the levels. */
final class Levels {
  private Levels() {}

  /** In paths. */
  static String folder(DicomLevel level) {
    return switch (level) {
      case PATIENT -> "patients";
      case STUDY -> "studies";
      case SERIES -> "series";
      case INSTANCE -> "instances";
    };
  }

  /** In JSON. */
  static String type(DicomLevel level) {
    return switch (level) {
      case PATIENT -> "Patient";
      case STUDY -> "Study";
      case SERIES -> "Series";
      case INSTANCE -> "Instance";
    };
  }

  /** The member of a resource's JSON that names what it belongs to. */
  static Optional<String> parent(DicomLevel level) {
    return level.above().map(above -> "Parent" + type(above));
  }

  /** The path of a resource. */
  static String path(DicomLevel level, String id) {
    return "/" + folder(level) + "/" + id;
  }
}
