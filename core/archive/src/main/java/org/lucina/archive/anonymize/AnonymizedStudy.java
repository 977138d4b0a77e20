package org.lucina.archive.anonymize;

import java.util.List;
import java.util.Optional;

/**
 * What became of a study.
 *
 * @param original its Study Instance UID
 * @param result the Study Instance UID of what came out, if anything
 * @param instances the SOP Instance UIDs that came out
 * @param refused instances that did not
 */
public record AnonymizedStudy(
    String original, Optional<String> result, List<String> instances, List<Refused> refused) {

  /** Copies the lists. */
  public AnonymizedStudy {
    instances = List.copyOf(instances);
    refused = List.copyOf(refused);
  }

  /**
   * An instance that the anonymizer did not let leave.
   *
   * @param instance its SOP Instance UID
   * @param refusal why
   */
  public record Refused(String instance, Preview.Refusal refusal) {}
}
