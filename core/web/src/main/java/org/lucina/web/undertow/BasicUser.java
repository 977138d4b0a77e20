package org.lucina.web.undertow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the user name, and nothing else, of an Authorization header field (RFC 7617). */
final class BasicUser {
  private static final int MAX_LENGTH = 64;

  private BasicUser() {}

  /** The name, printable and of bounded length; empty when there is none. */
  static String of(String authorization) {
    if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return "";
    }
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
    } catch (IllegalArgumentException e) {
      return ""; // what is no Base64 has no name
    }
    String pair = new String(decoded, StandardCharsets.UTF_8);
    int colon = pair.indexOf(':');
    String name = colon < 0 ? "" : pair.substring(0, colon).replaceAll("\\p{Cntrl}", "?");
    return name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
  }
}
