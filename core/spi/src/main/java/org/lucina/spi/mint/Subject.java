package org.lucina.spi.mint;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person as an object describes them; a mint says which of these it needs.
 *
 * @param patientId Patient ID (0010,0020)
 * @param issuer Issuer of Patient ID (0010,0021)
 * @param name Patient's Name (0010,0010), as it stands there
 * @param birthDate Patient's Birth Date (0010,0030)
 * @param sex Patient's Sex (0010,0040): M, F or O
 */
public record Subject(
    Optional<String> patientId,
    Optional<String> issuer,
    Optional<String> name,
    Optional<LocalDate> birthDate,
    Optional<String> sex) {

  /** Nothing of it, for it must not get into logs. */
  @Override
  public String toString() {
    return "subject";
  }
}
