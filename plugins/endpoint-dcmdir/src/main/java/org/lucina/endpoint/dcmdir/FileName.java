package org.lucina.endpoint.dcmdir;

import java.nio.charset.StandardCharsets;
import org.lucina.spi.text.TextDigest;

/** Makes names of files and folders of any text: other texts give other names, none leads away. */
final class FileName {
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

  /** File systems take 255 bytes; what is added to a name needs some. */
  private static final int LONGEST = 200;

  private FileName() {}

  /**
   * Letters, digits, dashes, low lines and points stay; each other byte of UTF-8, and a point at
   * the start, becomes {@code %} and two digits. Of a name that gets too long, a hash stands for
   * the rest.
   */
  static String of(String text) {
    StringBuilder name = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = PLAIN.indexOf(each) >= 0 && !(each == '.' && name.isEmpty());
      name.append(plain ? String.valueOf((char) each) : String.format("%%%02X", each));
    }
    if (name.length() <= LONGEST) {
      return name.toString();
    }
    String hash = TextDigest.sha1(text);
    return name.substring(0, LONGEST - hash.length() - 1) + "~" + hash;
  }
}
