package org.lucina.deid.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.DicomDate;

@DisplayName("Whatever a text says around it")
class GeneratedTextTest {
  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";
  private static final String VOWELS = "aeiouyäöüéøłß";
  private static final List<String> FILL =
      List.of("no", "acute", "finding", "12", "mm", "the", "patient", "was", "seen", "4", "at");
  private static final List<String> SIGNS =
      List.of(" ", ", ", "\n", "; ", " - ", "/", "_", " (", "^");

  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN);

  private static final List<String> FORMATS =
      List.of(
          "yyyyMMdd",
          "yyyy-MM-dd",
          "dd.MM.yyyy",
          "d.M.yy",
          "M/d/yyyy",
          "d/M/yyyy",
          "d MMM yyyy",
          "d. MMMM yyyy",
          "MMMM d, yyyy",
          "dd-MMM-yyyy",
          "yyyy MMM dd");

  @RepeatedTest(200)
  @DisplayName("no known identifier is left, in any order, case and punctuation")
  void nothingSurvives(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String family = word(random);
    String given = word(random);
    String middle = word(random);
    String physician = word(random);
    String id = code(random);
    String accession = code(random);
    DataSet original =
        new DataSet()
            .set(Tag.SpecificCharacterSet, "ISO_IR 192")
            .set(Tag.PatientName, family + "^" + given + "^" + middle)
            .set(Tag.ReferringPhysicianName, physician + "^" + word(random))
            .set(Tag.PatientID, id)
            .set(Tag.AccessionNumber, accession);
    List<String> secrets = List.of(family, given, middle, physician, id, accession);
    List<String> words = new ArrayList<>(FILL);
    secrets.forEach(secret -> words.add(inCase(secret, random)));
    Collections.shuffle(words, random);
    StringBuilder text = new StringBuilder();
    words.forEach(each -> text.append(each).append(SIGNS.get(random.nextInt(SIGNS.size()))));

    String cleaned = KnownIdentifiers.of(original).clean(text.toString()).text();

    String folded = folded(cleaned);
    for (String secret : secrets) {
      assertThat(folded).as(cleaned).doesNotContain(folded(secret));
    }
    FILL.forEach(each -> assertThat(cleaned).as(id + " " + accession + " " + text).contains(each));
  }

  @RepeatedTest(100)
  @DisplayName("a number is found however it is punctuated")
  void punctuatedNumbers(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String id = code(random);
    StringBuilder text = new StringBuilder("id ");
    for (char c : id.toCharArray()) {
      text.append(c).append(random.nextInt(3) == 0 ? ". -/".charAt(random.nextInt(4)) : "");
    }
    String written = text.toString().strip().replaceAll("[^0-9A-Z]+$", "");
    String cleaned =
        KnownIdentifiers.of(new DataSet().set(Tag.PatientID, id)).clean(written + " end").text();
    assertThat(cleaned).as(id).isEqualTo("id [id] end");
  }

  @RepeatedTest(100)
  @DisplayName("a date is found however it is written, and no other is")
  void dates(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    LocalDate day = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(40_000));
    KnownIdentifiers known =
        KnownIdentifiers.of(new DataSet().set(Tag.StudyDate, DicomDate.format(day)));
    for (Locale locale : LANGUAGES) {
      for (String pattern : FORMATS) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, locale);
        String written = inCase(format.format(day), random);
        assertThat(known.clean("x: " + written + "; y").text())
            .as(written)
            .isEqualTo("x: [date]; y");
        String other = format.format(day.plusDays(1 + random.nextInt(25)));
        boolean ambiguous =
            day.getDayOfMonth() <= 12 || pattern.contains("yy") && !pattern.contains("yyyy");
        if (!ambiguous) {
          assertThat(known.clean(other).replaced()).as(other + " is not " + day).isZero();
        }
      }
    }
  }

  @Test
  @DisplayName("the work grows with its length, not faster")
  void linear() {
    DataSet original =
        new DataSet()
            .set(Tag.PatientName, "Aaaaaaaaaaaa^Aaaaaaa^A")
            .set(Tag.PatientID, "0".repeat(30) + "1")
            .set(Tag.AccessionNumber, "A".repeat(16));
    KnownIdentifiers known = KnownIdentifiers.of(original);
    for (String hostile :
        List.of(
            "a",
            "a ",
            "0",
            "0 ",
            "1.",
            "A. ",
            "31.",
            "Dr ",
            "MRN ",
            "@",
            "a@",
            "id-",
            "MRN-x-",
            "Dr A",
            "signed by ",
            "1-",
            "A, MD ",
            "Jan ",
            "年")) {
      long once = work(known, hostile.repeat(10_000));
      long tenfold = work(known, hostile.repeat(100_000));
      assertThat(tenfold).as(hostile).isLessThan(11 * once + 1_000);
      assertThat(tenfold).as(hostile).isLessThan(100_000L * hostile.length() * 200);
    }
  }

  private static long work(KnownIdentifiers known, String text) {
    Folded folded = Folded.of(text);
    known.clean(folded);
    return folded.looks();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3 + random.nextInt(3); i++) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return word.toString();
  }

  private static String code(Random random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 5 + random.nextInt(8); i++) {
      code.append("0123456789XQZ".charAt(random.nextInt(13)));
    }
    return code.toString();
  }

  private static String inCase(String word, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> word.toUpperCase(Locale.ROOT);
      case 1 -> word.toLowerCase(Locale.ROOT);
      case 2 -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      default -> java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFD);
    };
  }

  private static String folded(String text) {
    Folded folded = Folded.of(text);
    return folded.form(0, folded.size());
  }
}
