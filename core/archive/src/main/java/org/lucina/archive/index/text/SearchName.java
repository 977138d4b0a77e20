package org.lucina.archive.index.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A person name as it is matched on (PS3.4 C.2.2.2.1): without regard to case, to blanks around
 * components, and to empty components at its end.
 *
 * @param groups the alphabetic, ideographic and phonetic group, three at most, possibly empty
 */
public record SearchName(List<String> groups) {
  private static final int GROUPS = 3;

  /** Copies the groups. */
  public SearchName {
    groups = List.copyOf(groups);
  }

  /** Reads one value of an attribute with VR PN. */
  public static SearchName of(String value) {
    List<String> groups = new ArrayList<>();
    for (String group : value.split("=", GROUPS)) {
      groups.add(group(group));
    }
    return new SearchName(groups);
  }

  private static String group(String text) {
    String[] components = Normalizer.normalize(text, Normalizer.Form.NFC).split("\\^");
    StringBuilder group = new StringBuilder(text.length());
    int pending = 0;
    for (String component : components) {
      String stripped = component.strip();
      if (!stripped.isEmpty()) {
        group.append("^".repeat(pending)).append(stripped);
        pending = 0;
      }
      pending++;
    }
    return group.toString().toUpperCase(Locale.ROOT);
  }
}
