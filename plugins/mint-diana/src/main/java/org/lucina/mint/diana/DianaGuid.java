package org.lucina.mint.diana;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.MintException;

/**
 * The person that DIANA's GUIDMint made of a name, a birth date and a sex.
 *
 * @param id 32 digits of base 32, of which the first three are letters
 */
record DianaGuid(String id, DianaSex sex, LocalDate birthDate) {
  private static final int MOST_DAYS = 90;
  private static final int MOST_SECONDS = 3_600;

  /** By SHA-1 of all three: nothing of it is secret. */
  static DianaGuid of(String name, LocalDate birthDate, DianaSex sex) {
    String key = words(name) + "|" + birthDate + "|" + sex;
    byte[] hash = Hash.of("SHA-1", key.getBytes(StandardCharsets.UTF_8));
    String id = Base32.of(hash);
    while (!id.chars().limit(3).allMatch(Character::isLetter)) {
      hash = Hash.of("SHA-1", hash);
      id = Base32.of(hash);
    }
    return new DianaGuid(id, sex, birthDate);
  }

  /** All that counts of a name: its words of a-z and 0-9 in order, whatever is between them. */
  static String words(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]"))
        .filter(word -> !word.isEmpty())
        .sorted()
        .collect(Collectors.joining("-"));
  }

  Identity identity() throws MintException {
    return new Identity(id, String.join("^", name()), Optional.of(newBirthDate()), offset());
  }

  /** Last and first name and middle initial, by the first three letters of the id. */
  List<String> name() throws MintException {
    PythonRandom random = new PythonRandom(id);
    CensusNames first = sex == DianaSex.F ? CensusNames.FEMALE : CensusNames.MALE;
    String last = choice(random, CensusNames.LAST.with(id.charAt(0)));
    return List.of(last, choice(random, first.with(id.charAt(1))), id.substring(2, 3));
  }

  private static String choice(PythonRandom random, List<String> names) throws MintException {
    if (names.isEmpty()) {
      throw new MintException("the census has no name with the letter that DIANA asks for");
    }
    return random.choice(names);
  }

  LocalDate newBirthDate() {
    return birthDate.plusDays(new PythonRandom(id).between(-MOST_DAYS, MOST_DAYS));
  }

  /** The first number is that of the new birth date, so that days of both are the same. */
  Duration offset() {
    PythonRandom random = new PythonRandom(id);
    int days = random.between(-MOST_DAYS, MOST_DAYS);
    return Duration.ofDays(days).plusSeconds(random.between(-MOST_SECONDS, MOST_SECONDS));
  }
}
