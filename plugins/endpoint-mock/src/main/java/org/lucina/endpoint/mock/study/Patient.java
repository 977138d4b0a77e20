package org.lucina.endpoint.mock.study;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.lucina.endpoint.mock.site.Seed;

/**
 * Somebody who never lived.
 *
 * @param id Patient ID (0010,0020)
 * @param name Patient's Name (0010,0010)
 * @param birthDate Patient's Birth Date (0010,0030)
 * @param sex Patient's Sex (0010,0040), F or M
 * @param anatomy decides what the patient looks like inside
 */
public record Patient(String id, String name, LocalDate birthDate, String sex, Seed anatomy) {
  private static final LocalDate OLDEST = LocalDate.of(1935, 1, 1);
  private static final int BIRTHDAYS = 65 * 365;
  private static final List<String> ONSETS =
      List.of("B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V", "W", "Z");
  private static final List<String> RHYMES =
      List.of("al", "an", "ar", "el", "en", "er", "il", "in", "ol", "on", "or", "un");
  private static final List<String> ENDS =
      List.of("berg", "dale", "ford", "lund", "man", "sen", "son", "stein", "ton", "well");
  private static final List<String> WOMEN =
      List.of("Alma", "Clara", "Edith", "Greta", "Ida", "Lena", "Mira", "Nora", "Rosa", "Vera");
  private static final List<String> MEN =
      List.of("Anton", "Bruno", "Carl", "Erik", "Hugo", "Jonas", "Leo", "Max", "Otto", "Tom");

  static Patient of(Seed site, int number) {
    Seed seed = site.at("patient").at(number);
    SplittableRandom random = seed.random();
    String sex = random.nextBoolean() ? "F" : "M";
    String family = pick(ONSETS, random) + pick(RHYMES, random) + pick(ENDS, random);
    String given = pick(sex.equals("F") ? WOMEN : MEN, random);
    char middle = (char) ('A' + random.nextInt(26));
    String id = String.format("M%06X%05d", seed.value() >>> 40, number);
    LocalDate birth = OLDEST.plusDays(random.nextInt(BIRTHDAYS));
    return new Patient(id, family + "^" + given + "^" + middle, birth, sex, seed.at("anatomy"));
  }

  private static String pick(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }
}
