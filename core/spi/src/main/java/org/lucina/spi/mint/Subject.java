package org.lucina.spi.mint;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person as an object describes them, without padding; what is blank is not there. A mint says
 * which of these it needs.
 *
 * @param patientId Patient ID (0010,0020)
 * @param issuer Issuer of Patient ID (0010,0021)
 * @param name Patient's Name (0010,0010)
 * @param birthDate Patient's Birth Date (0010,0030)
 * @param sex Patient's Sex (0010,0040): M, F or O
 */
public record Subject(
    Optional<String> patientId,
    Optional<String> issuer,
    Optional<String> name,
    Optional<LocalDate> birthDate,
    Optional<String> sex) {

  /** Takes padding away. */
  public Subject {
    patientId = given(patientId);
    issuer = given(issuer);
    name = given(name);
    sex = given(sex);
  }

  private static Optional<String> given(Optional<String> text) {
    return text.map(String::strip).filter(characters -> !characters.isEmpty());
  }

  /** Nothing of it, for it must not get into logs. */
  @Override
  public String toString() {
    return "subject";
  }
}
