package org.lucina.spi.text;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/** A part of a template. */
@FunctionalInterface
interface Part {
  /** Begins the names of metadata. */
  String METADATA = "metadata.";

  /** What it says of a dixel. */
  String of(Dixel dixel) throws IOException;

  /** Whether it is a value of the dixel, rather than the administrator's own words. */
  default boolean isValue() {
    return true;
  }

  /** The administrator's own words, the same of all. */
  record Literal(String text) implements Part {
    @Override
    public String of(Dixel dixel) {
      return text;
    }

    @Override
    public boolean isValue() {
      return false;
    }
  }

  /**
   * A placeholder by its name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Part placeholder(String name) {
    if (name.startsWith(METADATA)) {
      String key = name.substring(METADATA.length());
      return dixel -> dixel.metadata().getOrDefault(key, "");
    }
    return switch (name) {
      case "reference" -> dixel -> dixel.reference().toString();
      case "level" -> dixel -> dixel.level().name().toLowerCase(Locale.ROOT);
      case "report" -> dixel -> dixel.report().orElse("");
      default -> attribute(name);
    };
  }

  private static Part attribute(String name) {
    int tag =
        Dictionary.parseTag(name)
            .filter(known -> Dictionary.vrOf(known) != VR.SQ)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "{"
                            + name
                            + "} is no placeholder: reference, level, report, metadata.NAME and"
                            + " attributes outside of sequences are"));
    return dixel -> {
      List<String> values = dixel.tags().strings(tag);
      return values.isEmpty()
          ? identifier(dixel.reference(), tag).orElse("")
          : String.join("\\", values);
    };
  }

  /** UIDs are known of dixels without attributes, too. */
  private static Optional<String> identifier(Reference reference, int tag) {
    return switch (tag) {
      case Tag.PatientID -> reference.patientId();
      case Tag.StudyInstanceUID -> reference.studyUid();
      case Tag.SeriesInstanceUID -> reference.seriesUid();
      case Tag.SOPInstanceUID -> reference.instanceUid();
      default -> Optional.empty();
    };
  }
}
