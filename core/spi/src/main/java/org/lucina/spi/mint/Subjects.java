package org.lucina.spi.mint;

import java.time.LocalDate;
import java.util.Optional;

/** Persons as the originals of a registry. */
public final class Subjects {
  private static final String DELIMITER = "\\";

  private Subjects() {}

  /**
   * {@code ID}, or {@code ID\ISSUER}; {@code \\NAME\YYYY-MM-DD\SEX} of whom there is no Patient ID.
   *
   * @throws MintException when neither is known, or a value has a backslash, as none of DICOM has
   */
  public static String original(Subject subject) throws MintException {
    Optional<String> id = subject.patientId();
    if (id.isPresent()) {
      String issuer = subject.issuer().orElse("");
      return issuer.isEmpty() ? whole(id.get()) : whole(id.get()) + DELIMITER + whole(issuer);
    }
    String name =
        subject
            .name()
            .orElseThrow(
                () -> new MintException("a person without Patient ID and name has no identity"));
    String birth = subject.birthDate().map(LocalDate::toString).orElse("");
    return String.join(DELIMITER, "", "", whole(name), birth, whole(subject.sex().orElse("")));
  }

  private static String whole(String value) throws MintException {
    if (value.contains(DELIMITER)) {
      throw new MintException("a value that describes the person has a backslash");
    }
    return value;
  }
}
