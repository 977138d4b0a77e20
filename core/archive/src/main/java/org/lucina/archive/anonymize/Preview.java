package org.lucina.archive.anonymize;

import java.util.List;
import java.util.Optional;
import org.lucina.spi.anonymize.AnonymizerException.Reason;

/**
 * What an anonymizer would do to an instance. Values of a patient stand here.
 *
 * @param instance SOP Instance UID
 * @param result the SOP Instance UID that it would get
 * @param changes what would be changed
 * @param refusal why nothing would come out
 */
public record Preview(
    String instance,
    Optional<String> result,
    List<ChangedAttribute> changes,
    Optional<Refusal> refusal) {

  /** Copies the list. */
  public Preview {
    changes = List.copyOf(changes);
  }

  /**
   * An attribute.
   *
   * @param path where it is
   * @param action what would be done
   * @param rule which rule asks for that
   * @param before its values now, shortened
   * @param after its values then, shortened
   */
  public record ChangedAttribute(
      String path, String action, String rule, List<String> before, List<String> after) {}

  /**
   * Why an anonymizer lets an instance not leave.
   *
   * @param reason of what kind it is
   * @param message for administrators, without values
   */
  public record Refusal(Reason reason, String message) {}
}
