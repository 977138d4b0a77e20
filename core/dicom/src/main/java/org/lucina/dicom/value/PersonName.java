package org.lucina.dicom.value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A PN value (PS3.5 6.2.1): one name in up to three representations.
 *
 * @param alphabetic single-byte characters
 * @param ideographic such as Kanji or Hanja
 * @param phonetic such as Hiragana or Hangul
 */
public record PersonName(Group alphabetic, Group ideographic, Group phonetic) {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * One component group: the five components, without outer spaces, each possibly empty.
   *
   * @param family family name complex
   * @param given given name complex
   * @param middle middle name
   * @param prefix name prefix
   * @param suffix name suffix; holds what follows a sixth delimiter, too
   */
  public record Group(String family, String given, String middle, String prefix, String suffix) {
    /** A group of empty components. */
    public static final Group EMPTY = new Group("", "", "", "", "");

    /** Reads components divided by {@code ^}; absent ones are empty. */
    public static Group parse(String text) {
      String[] parts = text.split("\\^", 5);
      return new Group(part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3), last(parts));
    }

    private static String part(String[] parts, int index) {
      return index < parts.length ? parts[index].strip() : "";
    }

    /** Delimiters at the end say nothing. */
    private static String last(String[] parts) {
      return withoutTrailing(part(parts, 4), '^');
    }

    /** The components in order. */
    public List<String> components() {
      return List.of(family, given, middle, prefix, suffix);
    }

    /** Whether all components are empty. */
    public boolean isEmpty() {
      return equals(EMPTY);
    }

    /** The components joined by {@code ^}, without delimiters at the end. */
    @Override
    public String toString() {
      return withoutTrailing(String.join("^", components()), '^');
    }
  }

  /** Reads a value; groups beyond the third are left out. */
  public static PersonName parse(String text) {
    String[] groups = text.split("=", -1);
    return new PersonName(group(groups, 0), group(groups, 1), group(groups, 2));
  }

  private static Group group(String[] groups, int index) {
    return index < groups.length ? Group.parse(groups[index]) : Group.EMPTY;
  }

  /** The three groups in order. */
  public List<Group> groups() {
    return List.of(alphabetic, ideographic, phonetic);
  }

  /** Whether there is no name at all. */
  public boolean isEmpty() {
    return groups().stream().allMatch(Group::isEmpty);
  }

  /** The value as it is encoded, without delimiters at the ends of groups and name. */
  @Override
  public String toString() {
    return withoutTrailing(
        groups().stream().map(Group::toString).collect(Collectors.joining("=")), '=');
  }

  /**
   * The form in which names are compared: delimiters at the ends dropped, width and composition of
   * characters unified (NFKC), upper case, single spaces. Wildcards {@code *} and {@code ?} stay,
   * so that a key of a query has the same form.
   */
  public String matchingForm() {
    return fold(toString());
  }

  /**
   * The matching forms of the alphabetic, ideographic and phonetic group, empty for a group that
   * is, for matching any of them alone (PS3.4 C.2.2.2.1).
   */
  public List<String> groupMatchingForms() {
    return groups().stream().map(Group::toString).map(PersonName::fold).toList();
  }

  /** All words of all groups in matching form, for fuzzy matching. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    for (Group group : groups()) {
      group.components().stream()
          .flatMap(component -> Stream.of(fold(component).split("[\\s,.\\-^]+")))
          .filter(word -> !word.isEmpty())
          .forEach(words::add);
    }
    return words;
  }

  private static String fold(String text) {
    String unified = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return SPACES.matcher(unified).replaceAll(" ").strip();
  }

  private static String withoutTrailing(String text, char delimiter) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == delimiter) {
      end--;
    }
    return text.substring(0, end);
  }
}
