package org.lucina.spi.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.lucina.spi.dixel.DicomLevel;

/** Reads queries as administrators write them. */
final class QueryText {
  private QueryText() {}

  static Query parse(DicomLevel level, String text) {
    Query.Builder query = Query.of(level);
    Set<String> names = new HashSet<>();
    for (String term : text.split("&")) {
      if (term.isBlank()) {
        continue;
      }
      int equals = term.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "'" + term.trim() + "' is no term of a query: write Attribute=value");
      }
      String name = decode(term.substring(0, equals).trim());
      String value = decode(term.substring(equals + 1).trim());
      if (name.equals(".")) {
        throw new IllegalArgumentException(
            "'" + term.trim() + "' is no term of a query: a name follows the point");
      }
      if (name.startsWith(".")) {
        once(names, name);
        query.extension(name.substring(1), value);
      } else {
        QueryKey key = QueryKey.of(name, value);
        once(names, key.attribute());
        query.key(key);
      }
    }
    return query.build();
  }

  /** Of two terms of one name, one would be left out. */
  private static void once(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("'" + name + "' is given twice");
    }
  }

  /** Plus signs stay, as names and times have them. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' has a % that begins no escape: write %25", e);
    }
  }
}
