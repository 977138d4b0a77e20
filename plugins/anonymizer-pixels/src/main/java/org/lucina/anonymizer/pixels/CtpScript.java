package org.lucina.anonymizer.pixels;

import java.util.ArrayList;
import java.util.List;
import org.lucina.image.Region;

/**
 * Reads scripts of the DicomPixelAnonymizer of RSNA's CTP: signatures in braces, each followed by
 * its regions in parentheses; all else is comment.
 */
final class CtpScript {
  private final String text;
  private final List<PixelRule> rules = new ArrayList<>();
  private int at;

  private CtpScript(String text) {
    this.text = text;
  }

  /**
   * Reads a script.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  static List<PixelRule> read(String text) {
    CtpScript script = new CtpScript(text);
    script.read();
    return script.rules;
  }

  private void read() {
    while (next('{')) {
      int start = at;
      int end = endOf(start);
      Condition condition = CtpExpression.read(text, start + 1, end);
      at = end + 1;
      List<Region> regions = new ArrayList<>();
      while (next('(')) {
        regions.add(region());
      }
      if (regions.isEmpty()) {
        throw wrong(text, start, "a signature has no regions");
      }
      String name = "CTP signature of line " + line(text, start);
      rules.add(new PixelRule(name, condition, new Action.Regions(List.copyOf(regions))));
    }
    if (at < text.length()) {
      throw wrong(text, at, "'" + text.charAt(at) + "' where a signature is expected");
    }
  }

  /** Goes to the next brace or parenthesis; tells whether it is this one. */
  private boolean next(char wanted) {
    while (at < text.length() && "{}()".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at < text.length() && text.charAt(at) == wanted;
  }

  private int endOf(int start) {
    boolean quoted = false;
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && c == '}') {
        return i;
      }
    }
    throw wrong(text, start, "a brace is left open");
  }

  private Region region() {
    int end = text.indexOf(')', at);
    if (end < 0) {
      throw wrong(text, at, "a parenthesis is left open");
    }
    try {
      Region region = RuleReader.region(text.substring(at + 1, end).replaceAll("\\s", ""));
      at = end + 1;
      return region;
    } catch (IllegalArgumentException e) {
      throw wrong(text, at, e.getMessage());
    }
  }

  static IllegalArgumentException wrong(String text, int at, String problem) {
    return new IllegalArgumentException("line " + line(text, at) + ": " + problem);
  }

  private static long line(String text, int at) {
    return 1
        + text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
  }
}
