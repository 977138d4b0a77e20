package org.lucina.dicom.json;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lucina.dicom.json.JsonScanner.Token;

/** Reads JSON as maps, lists, strings, decimals and {@link #NULL}, to compare it. */
final class JsonTree {
  static final Object NULL = "null".toCharArray();

  private final JsonScanner scanner;

  private JsonTree(JsonScanner scanner) {
    this.scanner = scanner;
  }

  static Object read(InputStream in) throws IOException {
    JsonScanner scanner = new JsonScanner(in, Integer.MAX_VALUE - 16);
    Object tree = new JsonTree(scanner).value();
    scanner.expect(Token.END);
    return tree;
  }

  private Object value() throws IOException {
    return switch (scanner.peek()) {
      case STRING -> scanner.string();
      case NUMBER -> new BigDecimal(scanner.number());
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array();
      default -> {
        scanner.expect(Token.NULL);
        yield NULL;
      }
    };
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> members = new TreeMap<>();
    scanner.expect(Token.BEGIN_OBJECT);
    while (!scanner.accept(Token.END_OBJECT)) {
      String name = scanner.string();
      scanner.expect(Token.COLON);
      members.put(name, value());
      if (scanner.peek() != Token.END_OBJECT) {
        scanner.expect(Token.COMMA);
      }
    }
    return members;
  }

  private List<Object> array() throws IOException {
    List<Object> values = new ArrayList<>();
    scanner.expect(Token.BEGIN_ARRAY);
    while (!scanner.accept(Token.END_ARRAY)) {
      values.add(value());
      if (scanner.peek() != Token.END_ARRAY) {
        scanner.expect(Token.COMMA);
      }
    }
    return values;
  }
}
