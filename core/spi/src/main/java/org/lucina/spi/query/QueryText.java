package org.lucina.spi.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.lucina.spi.dixel.DicomLevel;

/** Reads queries as administrators write them. */
final class QueryText {
  private QueryText() {}

  static Query parse(DicomLevel level, String text) {
    Query.Builder query = Query.of(level);
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
      if (name.startsWith(".")) {
        query.extension(name.substring(1), value);
      } else {
        query.key(name, value);
      }
    }
    return query.build();
  }

  /** Plus signs stay, as names and times have them. */
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
