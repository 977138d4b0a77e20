package org.lucina.archive.index.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a name by which it is found when a key begins with a wild card: the name from each
 * of its characters on. What a key has between its wild cards is then the beginning of a part,
 * which an index finds.
 */
public final class NameParts {
  /** Characters of a part. */
  private static final int LENGTH = 12;

  private NameParts() {}

  /** The parts of a name in the form in which it is matched. */
  public static List<String> of(String name) {
    List<String> parts = new ArrayList<>();
    for (int start = 0; start < name.length(); start = name.offsetByCodePoints(start, 1)) {
      int rest = name.codePointCount(start, name.length());
      parts.add(name.substring(start, name.offsetByCodePoints(start, Math.min(LENGTH, rest))));
    }
    return parts;
  }

  /**
   * The beginning of a part that each name has which a key matches: of the longest text between its
   * wild cards; empty where the text before the first one is as long, and so finds as well.
   *
   * @param key a key with {@code *} or {@code ?} in it
   */
  public static Optional<String> soughtBy(String key) {
    String[] texts = key.split("[*?]");
    String longest = "";
    for (String text : texts) {
      longest = text.length() > longest.length() ? text : longest;
    }
    return texts.length == 0 || longest.length() <= texts[0].length()
        ? Optional.empty()
        : Optional.of(cut(longest));
  }

  /** At most so many units of text as the parts of any character set have characters. */
  private static String cut(String text) {
    if (text.length() <= LENGTH) {
      return text;
    }
    boolean amidPair = Character.isHighSurrogate(text.charAt(LENGTH - 1));
    return text.substring(0, amidPair ? LENGTH - 1 : LENGTH);
  }
}
