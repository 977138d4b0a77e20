package org.lucina.anonymizer.rules.imported;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes rules of a recipe of pydicom's deid.
 *
 * <p>Where several lines are about one attribute, that counts whose action comes first in {@link
 * DeidAction}, as deid documents it, and of one action the last line. What no line is about is
 * kept, as deid does.
 */
public final class DeidRecipe {
  /** What deid never changes. */
  private static final List<String> PROTECTED =
      List.of(
          "keep PixelData",
          "keep RedPaletteColorLookupTableData",
          "keep GreenPaletteColorLookupTableData",
          "keep BluePaletteColorLookupTableData",
          "keep VOILUTSequence");

  /** An action, a field, of which a private creator's name is quoted, and a value. */
  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+((?:[^\\s\"]|\"[^\"]*\")+)(.*)");

  private final Refusals refusals = new Refusals("the deid recipe");
  private final List<DeidLine> header = new ArrayList<>();
  private final Map<String, List<String>> fields = new HashMap<>();
  private final Map<String, String> variables;
  private String section = "";
  private String group = "";

  private DeidRecipe(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * Makes them.
   *
   * @param variables values of {@code var:NAME}
   * @throws IllegalArgumentException with each line that cannot be imported, and the reason
   */
  public static Imported read(String recipe, Map<String, String> variables) {
    return new DeidRecipe(variables).imported(recipe);
  }

  private Imported imported(String recipe) {
    List<String> lines = recipe.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(i + 1, line);
      }
    }
    DeidFields known = new DeidFields(fields);
    List<String> rules = new ArrayList<>(PROTECTED);
    for (DeidAction action : DeidAction.values()) {
      List<DeidLine> same =
          new ArrayList<>(header.stream().filter(line -> line.action() == action).toList());
      Collections.reverse(same);
      same.forEach(line -> rules.addAll(rules(line, known)));
    }
    refusals.check();
    return new Imported(rules, false);
  }

  private void read(int number, String line) {
    if (line.toLowerCase(Locale.ROOT).startsWith("format")) {
      if (!line.substring("format".length()).strip().equalsIgnoreCase("dicom")) {
        refusals.add(number, line, "the format is not dicom");
      }
    } else if (line.startsWith("%")) {
      section(number, line.split("#", 2)[0].strip());
    } else {
      switch (section) {
        case "%header" -> header(number, line);
        case "%fields" -> field(number, line);
        case "%labels", "%filter", "%values" -> {
          // Labels change nothing in deid either; the others are refused as a whole.
        }
        default -> refusals.add(number, line, "it is in no section");
      }
    }
  }

  private void section(int number, String line) {
    String[] parts = line.split("\\s+", 2);
    section = parts[0].toLowerCase(Locale.ROOT);
    group = parts.length > 1 ? parts[1].strip() : "";
    switch (section) {
      case "%header", "%labels" -> {
        // They have no name.
      }
      case "%fields" -> fields.putIfAbsent(group, new ArrayList<>());
      case "%filter" ->
          refusals.add(
              number, line, "what pixels show is cleaned by anonymizers of type pixels, not here");
      case "%values" ->
          refusals.add(number, line, "rules do not look for values of other attributes");
      default -> refusals.add(number, line, "the section is unknown");
    }
  }

  private void header(int number, String line) {
    Matcher parts = LINE.matcher(line.split("#", 2)[0].strip());
    Optional<DeidAction> action =
        Arrays.stream(DeidAction.values())
            .filter(each -> parts.matches() && each.name().equalsIgnoreCase(parts.group(1)))
            .findFirst();
    if (action.isEmpty()) {
      refusals.add(number, line, "it has no action of deid and field");
    } else {
      header.add(new DeidLine(number, action.get(), parts.group(2), parts.group(3).strip()));
    }
  }

  private void field(int number, String line) {
    String[] parts = line.split("#", 2)[0].strip().split("\\s+");
    if (parts.length != 2 || !parts[0].equalsIgnoreCase("field")) {
      refusals.add(number, line, "it is not FIELD and a field");
    } else {
      fields.get(group).add(parts[1]);
    }
  }

  private List<String> rules(DeidLine line, DeidFields known) {
    try {
      Stream<String> selectors = known.selectors(line.field()).stream();
      DeidValue value = new DeidValue(variables);
      return selectors.map(selector -> value.rule(line, selector)).toList();
    } catch (IllegalArgumentException e) {
      refusals.add(line.number(), line.title(), e.getMessage());
      return List.of();
    }
  }
}
