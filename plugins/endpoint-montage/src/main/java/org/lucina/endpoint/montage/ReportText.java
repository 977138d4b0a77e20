package org.lucina.endpoint.montage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes plain text of a report: mark-up dropped, carriage returns as ends of lines, and an end of
 * line where a marked-up fragment is followed by one that begins with a capital or a digit, as
 * older report templates have none.
 */
final class ReportText {
  private static final Pattern MARKUP = Pattern.compile("<[/!]?[a-zA-Z\\-][^<>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#[xX]?[0-9a-fA-F]+|[a-z]+);");
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private ReportText() {}

  /** The plain text. */
  static String plain(String markedUp) {
    List<String> fragments = new ArrayList<>();
    for (String fragment : MARKUP.split(markedUp)) {
      if (!fragment.isEmpty()) {
        fragments.add(lines(resolved(fragment)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fragments.size(); i++) {
      text.append(fragments.get(i));
      if (i + 1 < fragments.size() && beginsSection(fragments.get(i + 1))) {
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean beginsSection(String fragment) {
    int first = fragment.codePointAt(0);
    return Character.isUpperCase(first) || Character.isDigit(first);
  }

  private static String resolved(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1), entity.group())));
  }

  private static String character(String name, String asWritten) {
    if (name.charAt(0) != '#') {
      return ENTITIES.getOrDefault(name, asWritten);
    }
    boolean hexadecimal = Character.toLowerCase(name.charAt(1)) == 'x';
    try {
      int code = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
      return Character.isValidCodePoint(code) ? Character.toString(code) : asWritten;
    } catch (NumberFormatException noNumber) {
      return asWritten;
    }
  }
}
