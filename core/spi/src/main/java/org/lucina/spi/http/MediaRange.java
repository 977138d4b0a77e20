package org.lucina.spi.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type or range with its parameters (RFC 9110 8.3.1 and 12.5.1), as Accept and Content-Type
 * carry it.
 *
 * @param type the type, lower case, {@code *} for any
 * @param subtype the subtype, lower case, {@code *} for any
 * @param parameters by lower-case name, unquoted, without {@code q}
 * @param quality weight, 0 to 1
 */
public record MediaRange(
    String type, String subtype, Map<String, String> parameters, double quality) {

  /**
   * Reads one media type. Slashes in unquoted values ({@code type=application/dicom}) are taken as
   * they are, since many clients send them.
   *
   * @throws IllegalArgumentException when it has no type and subtype, or a bad weight
   */
  public static MediaRange parse(String text) {
    List<String> pieces = split(text, ';');
    String name = pieces.get(0).strip().replace(' ', '+').toLowerCase(Locale.ROOT);
    int slash = name.indexOf('/');
    if (slash < 1 || slash == name.length() - 1 || name.indexOf('/', slash + 1) > 0) {
      throw new IllegalArgumentException("not a media type");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    double quality = 1;
    for (String piece : pieces.subList(1, pieces.size())) {
      int equals = piece.indexOf('=');
      if (equals < 0) {
        continue;
      }
      String key = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      String value = unquote(piece.substring(equals + 1).strip());
      if (key.equals("q")) {
        quality = weight(value);
      } else {
        parameters.put(key, value);
      }
    }
    return new MediaRange(
        name.substring(0, slash), name.substring(slash + 1), Map.copyOf(parameters), quality);
  }

  /** Cuts at a separator outside quoted strings. */
  public static List<String> split(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        pieces.add(text.substring(start, i));
        start = i + 1;
      }
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  /** Type and subtype. */
  public String name() {
    return type + "/" + subtype;
  }

  /** A parameter by its lower-case name. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** Whether this range takes a type such as {@code application/dicom}; parameters aside. */
  public boolean takes(String mediaType) {
    return takes(name(), mediaType);
  }

  /** Whether it is {@code multipart/related}, or a range that takes it. */
  public boolean isMultipartRelated() {
    return type.equals("multipart") && (subtype.equals("related") || subtype.equals("*"));
  }

  /**
   * Whether it is multipart/related and its parts may be of a type; without {@code type} they may.
   */
  public boolean takesPartsOf(String mediaType) {
    return isMultipartRelated()
        && parameter("type")
            .map(range -> takes(range.replace(' ', '+').toLowerCase(Locale.ROOT), mediaType))
            .orElse(true);
  }

  private static boolean takes(String range, String mediaType) {
    return range.equals(mediaType)
        || range.equals("*/*")
        || range.equals("*")
        || range.endsWith("/*") && mediaType.startsWith(range.substring(0, range.length() - 1));
  }

  private static String unquote(String value) {
    if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
      return value;
    }
    return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
  }

  private static double weight(String value) {
    double quality = Double.parseDouble(value);
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException("weight is not between 0 and 1");
    }
    return quality;
  }
}
