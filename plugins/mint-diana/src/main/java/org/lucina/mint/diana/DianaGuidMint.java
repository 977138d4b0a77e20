package org.lucina.mint.diana;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;

/**
 * Makes the persons that DIANA's sham dixels had, of the name (of the Patient ID where there is no
 * name), the birth date and the sex.
 *
 * <p>Not anonymous: the hash has no key, so whoever knows a name and tries all birth dates finds
 * the person. People of one name, birth date and sex are one person to it, and so are all whose
 * names have no letter of a-z and no digit; both are refused unless told otherwise, the first as
 * far as {@link Namesakes} remember. Dates may be moved by no day at all.
 */
final class DianaGuidMint implements Mint {
  private final String salt;
  private final Optional<Namesakes> namesakes;
  private final boolean nameless;

  /**
   * A mint.
   *
   * @param salt set behind a {@code +} after each name; empty for none
   * @param namesakes that are refused; empty for who may become one
   * @param nameless whether names of other letters than a-z are taken, which all are one
   */
  DianaGuidMint(String salt, Optional<Namesakes> namesakes, boolean nameless) {
    this.salt = salt;
    this.namesakes = namesakes;
    this.nameless = nameless;
  }

  @Override
  public Set<Product> products() {
    return EnumSet.of(Product.IDENTITY);
  }

  @Override
  public Identity identity(Subject subject) throws MintException {
    LocalDate birthDate =
        subject
            .birthDate()
            .orElseThrow(
                () -> new MintException("DIANA's mint makes no person without a birth date"));
    String name =
        subject
            .name()
            .or(subject::patientId)
            .orElseThrow(
                () -> new MintException("a person without name and Patient ID has no identity"));
    if (!nameless && DianaGuid.words(name).isEmpty()) {
      throw new MintException(
          "a name without letters of a-z and digits is as good as none to DIANA's mint: all such"
              + " people of one birth date and sex would become one");
    }
    String salted = salt.isEmpty() ? name : name + "+" + salt;
    DianaGuid guid = DianaGuid.of(salted, birthDate, DianaSex.of(subject.sex()));
    if (namesakes.isPresent()) {
      namesakes.get().note(guid.id(), subject.patientId());
    }
    return guid.identity();
  }

  @Override
  public void close() {
    // Nothing is held but what is remembered.
  }
}
