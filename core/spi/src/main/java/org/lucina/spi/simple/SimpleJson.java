package org.lucina.spi.simple;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Map;

/** Writes simple forms as JSON (RFC 8259): times as ISO 8601, numbers that JSON has not as text. */
public final class SimpleJson {
  private final StringBuilder out = new StringBuilder();

  private SimpleJson() {}

  /** A value of a simple form, or a map or list of such, in one line. */
  public static String of(Object value) {
    SimpleJson json = new SimpleJson();
    json.write(value);
    return json.out.toString();
  }

  private void write(Object value) {
    if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Iterable<?> list) {
      array(list);
    } else if (value instanceof Boolean
        || value instanceof Number number && Double.isFinite(number.doubleValue())) {
      out.append(value);
    } else if (value instanceof LocalDateTime time) {
      text(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
    } else {
      text(String.valueOf(value));
    }
  }

  private void object(Map<?, ?> map) {
    out.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<?, ?> entry = each.next();
      text(String.valueOf(entry.getKey()));
      out.append(':');
      write(entry.getValue());
      out.append(each.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private void array(Iterable<?> list) {
    out.append('[');
    for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
      write(each.next());
      out.append(each.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c) && !isPaired(text, i)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
