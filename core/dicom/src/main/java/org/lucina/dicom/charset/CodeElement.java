package org.lucina.dicom.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A code element of ISO 2022: a coded character set that an escape sequence of PS3.3 Tables C.12-2
 * to C.12-4 designates to G0 (bytes 0x21-0x7E) or G1 (bytes 0xA0-0xFF).
 */
enum CodeElement {
  ASCII(false, 1, "(B", "US-ASCII"),
  LATIN_1(true, 1, "-A", "ISO-8859-1"),
  LATIN_2(true, 1, "-B", "ISO-8859-2"),
  LATIN_3(true, 1, "-C", "ISO-8859-3"),
  LATIN_4(true, 1, "-D", "ISO-8859-4"),
  CYRILLIC(true, 1, "-L", "ISO-8859-5"),
  ARABIC(true, 1, "-G", "ISO-8859-6"),
  GREEK(true, 1, "-F", "ISO-8859-7"),
  HEBREW(true, 1, "-H", "ISO-8859-8"),
  LATIN_5(true, 1, "-M", "ISO-8859-9"),
  LATIN_9(true, 1, "-b", "ISO-8859-15"),
  THAI(true, 1, "-T", "TIS-620"),
  ROMAJI(false, 1, "(J", "JIS_X0201"),
  KATAKANA(true, 1, ")I", "JIS_X0201"),
  KANJI(false, 2, "$B", "x-JIS0208"),
  SUPPLEMENTARY_KANJI(false, 2, "$(D", "JIS_X0212-1990"),
  KOREAN(true, 2, "$)C", "EUC-KR"),
  CHINESE(true, 2, "$)A", "GB2312");

  private static final byte ESC = 0x1B;
  private static final CodeElement[] ALL = values();

  private final boolean right;
  private final int width;
  private final byte[] escape;
  private final Charset charset;

  CodeElement(boolean right, int width, String escape, String charset) {
    this.right = right;
    this.width = width;
    this.escape = ("\u001b" + escape).getBytes(StandardCharsets.US_ASCII);
    this.charset = Charset.forName(charset);
  }

  /** The element whose escape sequence begins at an index, empty when there is none. */
  static Optional<CodeElement> designatedAt(byte[] bytes, int index) {
    for (CodeElement element : ALL) {
      byte[] escape = element.escape;
      if (java.util.Arrays.equals(
          bytes, index, Math.min(index + escape.length, bytes.length), escape, 0, escape.length)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** Whether a byte begins an escape sequence. */
  static boolean isEscape(int value) {
    return value == ESC;
  }

  /** Whether it is designated to G1, where bytes have their upper bit set. */
  boolean isRight() {
    return right;
  }

  /** Bytes of each character. */
  int width() {
    return width;
  }

  /** The bytes that designate it, escape included. */
  byte[] escape() {
    return escape.clone();
  }

  /** Length of the escape sequence. */
  int escapeLength() {
    return escape.length;
  }

  /** Decodes a run of bytes that are all of this element. */
  String decode(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, charset);
    return this == ROMAJI ? text.replace('\\', '\u00A5').replace('~', '\u203E') : text;
  }

  /** An encoder for {@link #encode}; not thread-safe. */
  CharsetEncoder newEncoder() {
    return charset
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The bytes of one character, empty when this element does not have it. */
  Optional<byte[]> encode(int codePoint, CharsetEncoder encoder) {
    int mapped = this == ROMAJI ? toRomaji(codePoint) : codePoint;
    ByteBuffer out = ByteBuffer.allocate(8);
    encoder.reset();
    CoderResult result = encoder.encode(CharBuffer.wrap(Character.toChars(mapped)), out, true);
    if (result.isError() || out.position() != width || (out.get(0) < 0) != right) {
      return Optional.empty();
    }
    return Optional.of(java.util.Arrays.copyOf(out.array(), width));
  }

  /** ISO 646-JP has the yen sign and the overline where ASCII has backslash and tilde. */
  private static int toRomaji(int codePoint) {
    return switch (codePoint) {
      case 0xA5 -> '\\';
      case 0x203E -> '~';
      case '\\', '~' -> 0xFFFD;
      default -> codePoint;
    };
  }
}
