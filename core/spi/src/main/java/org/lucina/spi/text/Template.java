package org.lucina.spi.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lucina.spi.dixel.Dixel;

/**
 * A text with placeholders that are filled in from a dixel. What it names leaves the server, and
 * nothing else.
 *
 * <p>{@code {PatientID}} is the value of an attribute, by keyword or tag, several joined by {@code
 * \}; {@code {reference}} the UIDs of the dixel, {@code {level}} what it is, {@code {report}} the
 * text of its report, and {@code {metadata.NAME}} what its endpoint knows under that name. {@code
 * {{} and {@code }}} are braces, {@code \n} is a new line. What a dixel does not have is left
 * empty.
 */
public final class Template {
  /** For descriptions of properties. */
  public static final String SYNTAX =
      "{PatientID} stands for the value of an attribute by keyword or tag, {reference} for the"
          + " UIDs, {level} for study, series or instance, {report} for the text of the report,"
          + " {metadata.NAME} for metadata, {{ and }} for braces, \\n for a new line; what is"
          + " named here leaves the server, and no other value does";

  private static final Pattern PART =
      Pattern.compile("(\\{\\{|}}|\\\\n)|\\{([^{}]*)}|([{}])|([^{}\\\\]+|\\\\)");

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException naming a placeholder that there is not, or a lone brace
   */
  public static Template parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (part.group(1) != null) {
        parts.add(
            new Part.Literal(part.group(1).equals("\\n") ? "\n" : part.group(1).substring(1)));
      } else if (part.group(2) != null) {
        parts.add(Part.placeholder(part.group(2)));
      } else if (part.group(3) != null) {
        throw new IllegalArgumentException(
            "a brace stands alone: write {{ or }} for a brace that is no placeholder's");
      } else {
        parts.add(new Part.Literal(part.group(4)));
      }
    }
    return new Template(parts);
  }

  /**
   * The text about a dixel, without control characters but new lines and tabs.
   *
   * @throws IOException when a view of it cannot be read
   */
  public String text(Dixel dixel) throws IOException {
    return text(dixel, UnaryOperator.identity());
  }

  /**
   * The same for media with a markup of their own, in which values must not be markup.
   *
   * @param quote is applied to each value, and not to what the template itself says
   */
  public String text(Dixel dixel, UnaryOperator<String> quote) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(part.isValue() ? quote.apply(part.of(dixel)) : part.of(dixel));
    }
    return text.toString()
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
  }

  /** The same in one line, fit for a header field: new lines and tabs become spaces. */
  public String line(Dixel dixel) throws IOException {
    return text(dixel)
        .lines()
        .map(String::strip)
        .collect(Collectors.joining(" "))
        .replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " ")
        .strip();
  }
}
