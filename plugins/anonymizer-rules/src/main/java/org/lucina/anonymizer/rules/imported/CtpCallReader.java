package org.lucina.anonymizer.rules.imported;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes apart what a CTP script says of an element: text and calls such as {@code
 * @hash(this,16)}, of which some have clauses in braces. A backslash takes the next sign as it is,
 * and quotation marks an argument with commas. For one text.
 */
final class CtpCallReader {
  private static final char ESCAPE = '\\';

  /** How many clauses follow. */
  private static final Set<String> TWO_CLAUSES = Set.of("if", "select");

  private static final String ONE_CLAUSE = "append";

  private final String text;
  private int at;

  private CtpCallReader(String text) {
    this.text = text;
  }

  /**
   * Reads all of it.
   *
   * @throws IllegalArgumentException where it makes no sense
   */
  static List<CtpCall> read(String text) {
    return new CtpCallReader(text).all();
  }

  private List<CtpCall> all() {
    List<CtpCall> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    while (at < text.length()) {
      char next = text.charAt(at);
      at++;
      if (next == ESCAPE && at < text.length()) {
        plain.append(text.charAt(at));
        at++;
      } else if (next == '@') {
        flush(plain, parts);
        parts.add(call());
      } else {
        plain.append(next);
      }
    }
    flush(plain, parts);
    return parts;
  }

  private static void flush(StringBuilder plain, List<CtpCall> parts) {
    if (plain.length() > 0) {
      parts.add(CtpCall.text(plain.toString()));
      plain.setLength(0);
    }
  }

  private CtpCall call() {
    int open = text.indexOf('(', at);
    String name = open < 0 ? "" : text.substring(at, open).strip();
    if (!name.matches("[A-Za-z]+")) {
      throw new IllegalArgumentException("@ without a function and ( behind it");
    }
    at = open + 1;
    List<String> arguments = new ArrayList<>();
    boolean more = true;
    while (more) {
      int begin = at;
      skipTo(",)", '(');
      arguments.add(unquoted(text.substring(begin, at).strip()));
      more = text.charAt(at) == ',';
      at++;
    }
    if (arguments.equals(List.of(""))) {
      arguments.clear();
    }
    List<String> branches = new ArrayList<>();
    int clauses = TWO_CLAUSES.contains(name) ? 2 : name.equals(ONE_CLAUSE) ? 1 : 0;
    for (int i = 0; i < clauses; i++) {
      branches.add(clause(name));
    }
    return new CtpCall(name, List.copyOf(arguments), List.copyOf(branches));
  }

  private String clause(String name) {
    int open = text.indexOf('{', at);
    if (open < 0 || !text.substring(at, open).isBlank()) {
      throw new IllegalArgumentException("@" + name + " without {...} behind it");
    }
    at = open + 1;
    int begin = at;
    skipTo("}", '{');
    String clause = text.substring(begin, at);
    at++;
    return clause;
  }

  /** Goes to the sign that ends this part, whatever is open or quoted within it. */
  private void skipTo(String ends, char opens) {
    int depth = 0;
    boolean quoted = false;
    for (; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next == ESCAPE) {
        at++;
      } else if (next == '"') {
        quoted = !quoted;
      } else if (!quoted && next == opens) {
        depth++;
      } else if (!quoted && depth == 0 && ends.indexOf(next) >= 0) {
        return;
      } else if (!quoted && depth > 0 && next == ends.charAt(ends.length() - 1)) {
        depth--;
      }
    }
    throw new IllegalArgumentException(ends.charAt(ends.length() - 1) + " is missing");
  }

  private static String unquoted(String argument) {
    boolean quoted = argument.length() > 1 && argument.startsWith("\"") && argument.endsWith("\"");
    return quoted ? argument.substring(1, argument.length() - 1) : argument;
  }
}
