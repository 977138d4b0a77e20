package org.lucina.dicom.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A defined term of Specific Character Set (PS3.3 C.12.1.1.2), known by its ISO registration number
 * or, where it stands alone, its name.
 *
 * @param name as the standard writes it, without code extensions
 * @param extensible whether it may be used with code extensions, as {@code ISO 2022 IR n}
 * @param g0 code element in G0, empty when it leaves G0 as it is
 * @param g1 code element in G1, empty when it leaves G1 as it is
 * @param standAlone the charset of a multi-byte term without code extensions
 */
record DefinedTerm(
    String name,
    boolean extensible,
    Optional<CodeElement> g0,
    Optional<CodeElement> g1,
    Optional<Charset> standAlone) {

  static final DefinedTerm ASCII = left(6, CodeElement.ASCII);

  private static final Map<String, DefinedTerm> BY_NUMBER =
      Map.ofEntries(
          Map.entry("6", ASCII),
          Map.entry("100", right(100, CodeElement.LATIN_1)),
          Map.entry("101", right(101, CodeElement.LATIN_2)),
          Map.entry("109", right(109, CodeElement.LATIN_3)),
          Map.entry("110", right(110, CodeElement.LATIN_4)),
          Map.entry("144", right(144, CodeElement.CYRILLIC)),
          Map.entry("127", right(127, CodeElement.ARABIC)),
          Map.entry("126", right(126, CodeElement.GREEK)),
          Map.entry("138", right(138, CodeElement.HEBREW)),
          Map.entry("148", right(148, CodeElement.LATIN_5)),
          Map.entry("203", right(203, CodeElement.LATIN_9)),
          Map.entry("166", right(166, CodeElement.THAI)),
          Map.entry("13", both(13, CodeElement.ROMAJI, CodeElement.KATAKANA)),
          Map.entry("87", left(87, CodeElement.KANJI)),
          Map.entry("159", left(159, CodeElement.SUPPLEMENTARY_KANJI)),
          Map.entry("149", multiByteRight(149, CodeElement.KOREAN)),
          Map.entry("58", multiByteRight(58, CodeElement.CHINESE)),
          Map.entry("192", alone("ISO_IR 192", StandardCharsets.UTF_8)));

  private static final DefinedTerm GB18030 = alone("GB18030", Charset.forName("GB18030"));
  private static final DefinedTerm GBK = alone("GBK", Charset.forName("GBK"));

  /** Registration numbers of ISO 8859 parts 1 to 15, where DICOM has them. */
  private static final Map<String, String> ISO_8859 =
      Map.ofEntries(
          Map.entry("1", "100"),
          Map.entry("2", "101"),
          Map.entry("3", "109"),
          Map.entry("4", "110"),
          Map.entry("5", "144"),
          Map.entry("6", "127"),
          Map.entry("7", "126"),
          Map.entry("8", "138"),
          Map.entry("9", "148"),
          Map.entry("11", "166"),
          Map.entry("15", "203"));

  private static final Map<String, String> LATIN =
      Map.of("1", "100", "2", "101", "3", "109", "4", "110", "5", "148", "9", "203");

  private static final Pattern REGISTERED = Pattern.compile("ISO(?:2022)?(?:IR)?(\\d{1,3})");
  private static final Pattern PART = Pattern.compile("ISO8859(\\d{1,2})");
  private static final Pattern LATIN_N = Pattern.compile("LATIN(\\d)");

  /**
   * The term meant by a value: the standard's spelling, or one found in practice ({@code ISO-IR
   * 100}, {@code ISO IR 100}, {@code iso8859-1}, {@code latin1}, {@code UTF-8}). An empty value is
   * ISO IR 6.
   */
  static Optional<DefinedTerm> parse(String value) {
    String bare = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    switch (bare) {
      case "", "ASCII", "USASCII":
        return Optional.of(ASCII);
      case "UTF8", "UNICODE11UTF8":
        return byNumber("192");
      case "GB18030", "ISO2022GB18030":
        return Optional.of(GB18030);
      case "GBK", "GB2312", "ISO2022GBK":
        return Optional.of(GBK);
      default:
        return part(PART, bare, ISO_8859)
            .or(() -> part(LATIN_N, bare, LATIN))
            .or(() -> registered(bare));
    }
  }

  /** Whether a value asks for code extensions, in whatever spelling. */
  static boolean asksForExtensions(String value) {
    return value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").startsWith("ISO2022");
  }

  private static Optional<DefinedTerm> part(
      Pattern pattern, String bare, Map<String, String> numbers) {
    Matcher matcher = pattern.matcher(bare);
    return matcher.matches()
        ? Optional.ofNullable(numbers.get(matcher.group(1))).flatMap(DefinedTerm::byNumber)
        : Optional.empty();
  }

  private static Optional<DefinedTerm> registered(String bare) {
    Matcher matcher = REGISTERED.matcher(bare);
    return matcher.matches() ? byNumber(matcher.group(1)) : Optional.empty();
  }

  private static Optional<DefinedTerm> byNumber(String number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }

  /** The term as a value of (0008,0005). */
  String spelled(boolean extensions) {
    return extensions && extensible ? name.replace("ISO_IR", "ISO 2022 IR") : name;
  }

  private static DefinedTerm left(int number, CodeElement g0) {
    return new DefinedTerm(
        "ISO_IR " + number, true, Optional.of(g0), Optional.empty(), Optional.empty());
  }

  private static DefinedTerm right(int number, CodeElement g1) {
    return both(number, CodeElement.ASCII, g1);
  }

  private static DefinedTerm both(int number, CodeElement g0, CodeElement g1) {
    return new DefinedTerm(
        "ISO_IR " + number, true, Optional.of(g0), Optional.of(g1), Optional.empty());
  }

  private static DefinedTerm multiByteRight(int number, CodeElement g1) {
    return new DefinedTerm(
        "ISO_IR " + number, true, Optional.empty(), Optional.of(g1), Optional.empty());
  }

  private static DefinedTerm alone(String name, Charset charset) {
    return new DefinedTerm(name, false, Optional.empty(), Optional.empty(), Optional.of(charset));
  }
}
