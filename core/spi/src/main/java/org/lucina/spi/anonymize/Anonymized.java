package org.lucina.spi.anonymize;

import java.util.List;
import org.lucina.spi.dixel.Dixel;

/**
 * An instance that may leave.
 *
 * @param dixel with tags and file
 * @param changes what was done to the original, without values
 */
public record Anonymized(Dixel dixel, List<Change> changes) {

  /** Copies the list. */
  public Anonymized {
    changes = List.copyOf(changes);
  }

  /**
   * A change to one attribute.
   *
   * @param path such as {@code (0010,0010)} or {@code (0040,A730)[2].(0040,A160)}
   * @param action such as {@code remove}, {@code empty}, {@code replace}, in the anonymizer's words
   * @param rule which of its rules asked for that
   */
  public record Change(String path, String action, String rule) {}
}
