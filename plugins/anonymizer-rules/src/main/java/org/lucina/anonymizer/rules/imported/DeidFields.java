package org.lucina.anonymizer.rules.imported;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.dicom.Dictionary;

/** Says as selectors which fields a line of a deid recipe is about. */
final class DeidFields {
  private static final Pattern PRIVATE =
      Pattern.compile("\\(?([0-9A-Fa-f]{4}),\"([^\"]+)\",([0-9A-Fa-f]{2})\\)?");

  private final Map<String, List<String>> groups;

  /**
   * Those of a recipe.
   *
   * @param groups fields of its sections {@code %fields}, by name
   */
  DeidFields(Map<String, List<String>> groups) {
    this.groups = groups;
  }

  /**
   * Says it.
   *
   * @throws IllegalArgumentException with the reason why it cannot be said
   */
  List<String> selectors(String field) {
    int colon = field.indexOf(':');
    String expander = colon < 0 ? "" : field.substring(0, colon).toLowerCase(Locale.ROOT);
    String expression = field.substring(colon + 1);
    return switch (expander) {
      case "" -> List.of(plain(field));
      case "fields" -> group(expression);
      case "startswith" -> List.of(quoted("keyword:^(?:" + expression + ")"));
      case "endswith" -> List.of(quoted("keyword:(?:" + expression + ")$"));
      case "contains" -> List.of(quoted("keyword:" + expression));
      case "except" -> List.of(quoted("not-keyword:" + expression));
      case "select" -> List.of(selected(expression));
      case "values" ->
          throw new IllegalArgumentException("rules do not look for values of other attributes");
      default -> throw new IllegalArgumentException("'" + expander + ":' is unknown");
    };
  }

  private List<String> group(String name) {
    List<String> fields = groups.get(name);
    if (fields == null || fields.isEmpty()) {
      throw new IllegalArgumentException("there is no field in %fields " + name);
    }
    return fields.stream().flatMap(field -> selectors(field).stream()).toList();
  }

  private static String plain(String field) {
    if (field.equalsIgnoreCase("all")) {
      return "all";
    }
    Matcher inBlock = PRIVATE.matcher(field);
    if (inBlock.matches()) {
      return quoted(
          "private:" + inBlock.group(2) + "@" + inBlock.group(1) + "xx" + inBlock.group(3));
    }
    String nested = field.replace("__", ".");
    for (String part : nested.split("\\.", -1)) {
      int tag =
          Dictionary.parseTag(part)
              .orElseThrow(
                  () -> new IllegalArgumentException("'" + part + "' is no attribute of DICOM"));
      if (tag >>> 16 == 2) {
        throw new IllegalArgumentException("File Meta Information is always made anew");
      }
    }
    return nested;
  }

  private static String selected(String property) {
    String[] parts = property.split(":", 2);
    String kind = parts[0].toLowerCase(Locale.ROOT);
    String value = parts.length > 1 ? parts[1].strip() : "";
    if (kind.equals("vr") && value.matches("[A-Za-z]{2}")) {
      return "vr:" + value.toUpperCase(Locale.ROOT);
    }
    if (kind.equals("group") && value.matches("(0[xX])?[0-9A-Fa-f]{1,4}")) {
      String digits = value.replaceFirst("^0[xX]", "");
      return "group:" + "0".repeat(4 - digits.length()) + digits;
    }
    throw new IllegalArgumentException("select: has a VR or a group");
  }

  private static String quoted(String selector) {
    if (selector.contains("\"")) {
      throw new IllegalArgumentException("the expression has a quotation mark");
    }
    return '"' + selector + '"';
  }
}
