package org.lucina.mint.keyed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.lucina.deid.form.Offsets;
import org.lucina.deid.form.Pseudonyms;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;

/** Makes persons by the key of a project. */
final class Persons {
  /** From so many bits on, two persons of a thousand million become one once in 10^6 such mints. */
  private static final int ENOUGH_BITS = 80;

  private static final int REMEMBERED = 100_000;

  private final ProjectKey key;
  private final Pseudonyms pseudonyms;
  private final Offsets offsets;
  private final Given given = new Given(REMEMBERED);

  Persons(ProjectKey key, Pseudonyms pseudonyms, Offsets offsets) {
    this.key = key;
    this.pseudonyms = pseudonyms;
    this.offsets = offsets;
  }

  /**
   * By Patient ID and its issuer; by name, birth date and sex for whom there is no Patient ID. The
   * birth date moves with all other dates, so that the age stays.
   */
  Identity of(Subject subject) throws MintException {
    String[] who = who(subject);
    byte[] hash = key.hash(who);
    String pseudonym = pseudonyms.of(hash);
    if (pseudonyms.bits() < ENOUGH_BITS) {
      given.note(pseudonym, hash);
    }
    who[0] = "offset of " + who[0];
    Duration offset = offsets.of(key.hash(who));
    Optional<LocalDate> birth = subject.birthDate().map(date -> date.plusDays(offset.toDays()));
    return new Identity(pseudonym, pseudonym, birth, offset);
  }

  private static String[] who(Subject subject) throws MintException {
    Optional<String> id = subject.patientId();
    if (id.isPresent()) {
      return new String[] {"patient", id.get(), subject.issuer().orElse("")};
    }
    String name =
        subject
            .name()
            .orElseThrow(
                () -> new MintException("a person without Patient ID and name has no identity"));
    String birth = subject.birthDate().map(LocalDate::toString).orElse("");
    return new String[] {"person", name, birth, subject.sex().orElse("")};
  }
}
