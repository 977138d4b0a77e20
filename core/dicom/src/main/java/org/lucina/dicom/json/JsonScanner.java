package org.lucina.dicom.json;

import java.io.IOException;
import java.io.InputStream;
import org.lucina.dicom.DicomFormatException;

/**
 * Divides a stream of JSON (RFC 8259) in UTF-8 into tokens, with one token of look-ahead. Never
 * recurses, so that nesting costs nothing here.
 */
final class JsonScanner {

  /** What a token is. */
  enum Token {
    BEGIN_OBJECT("'{'"),
    END_OBJECT("'}'"),
    BEGIN_ARRAY("'['"),
    END_ARRAY("']'"),
    COMMA("','"),
    COLON("':'"),
    STRING("a string"),
    NUMBER("a number"),
    TRUE("'true'"),
    FALSE("'false'"),
    NULL("'null'"),
    END("the end");

    private final String name;

    Token(String name) {
      this.name = name;
    }
  }

  private static final int MAX_NUMBER = 512;

  private final JsonInput in;
  private final JsonText text;
  private Token token;

  /** Reads the first token; strings may have so many bytes at most. */
  JsonScanner(InputStream stream, int maxString) throws IOException {
    in = new JsonInput(stream);
    text = new JsonText(in, maxString);
    in.skipByteOrderMark();
    token = scan();
  }

  /** Bytes read so far. */
  long offset() {
    return in.offset();
  }

  /** The token that comes next. */
  Token peek() {
    return token;
  }

  /** Takes the next token if it is this one. */
  boolean accept(Token wanted) throws IOException {
    if (token != wanted) {
      return false;
    }
    token = scan();
    return true;
  }

  /** Takes the next token, which has to be this one. */
  void expect(Token wanted) throws IOException {
    if (!accept(wanted)) {
      throw unexpected(wanted.name);
    }
  }

  /** Takes a string. */
  String string() throws IOException {
    return taken(Token.STRING);
  }

  /** Takes a number as it is written. */
  String number() throws IOException {
    return taken(Token.NUMBER);
  }

  /** Takes a string of Base64 as bytes. */
  byte[] base64() throws IOException {
    require(Token.STRING);
    byte[] bytes = text.base64();
    token = scan();
    return bytes;
  }

  /** Takes a value of any kind, with all that is nested in it. */
  void skipValue() throws IOException {
    long depth = 0;
    do {
      switch (token) {
        case BEGIN_OBJECT, BEGIN_ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> depth--;
        case END -> throw unexpected("a value");
        default -> {}
      }
      token = scan();
    } while (depth > 0);
  }

  private String taken(Token wanted) throws IOException {
    require(wanted);
    String taken = text.toString();
    token = scan();
    return taken;
  }

  private void require(Token wanted) throws IOException {
    if (token != wanted) {
      throw unexpected(wanted.name);
    }
  }

  private DicomFormatException unexpected(String wanted) {
    return in.fault("JSON has " + token.name + " where " + wanted + " should be");
  }

  private Token scan() throws IOException {
    int character = in.skipSpace();
    switch (character) {
      case -1:
        return Token.END;
      case '{':
        return Token.BEGIN_OBJECT;
      case '}':
        return Token.END_OBJECT;
      case '[':
        return Token.BEGIN_ARRAY;
      case ']':
        return Token.END_ARRAY;
      case ',':
        return Token.COMMA;
      case ':':
        return Token.COLON;
      case '"':
        text.readString();
        return Token.STRING;
      case 't':
        return literal("rue", Token.TRUE);
      case 'f':
        return literal("alse", Token.FALSE);
      case 'n':
        return literal("ull", Token.NULL);
      default:
        text.readNumber(character, MAX_NUMBER);
        return Token.NUMBER;
    }
  }

  private Token literal(String rest, Token literal) throws IOException {
    for (int i = 0; i < rest.length(); i++) {
      if (in.read() != rest.charAt(i)) {
        throw in.fault("no JSON literal");
      }
    }
    return literal;
  }
}
