package org.lucina.dicom.charset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.VR;

/**
 * Decodes and encodes text by Specific Character Set (PS3.3 C.12.1.1.2, PS3.5 6.1).
 *
 * <p>Immutable; equal when the terms are.
 */
public final class CharacterSet {
  /** ISO IR 6, in force when (0008,0005) is absent or empty. */
  public static final CharacterSet DEFAULT = new CharacterSet(List.of(), new DefaultRepertoire());

  /** ISO IR 192, UTF-8. */
  public static final CharacterSet UTF_8 =
      new CharacterSet(List.of("ISO_IR 192"), new StandAlone(StandardCharsets.UTF_8));

  private static final CharacterSet LATIN_1 = CharacterSetParser.parse(List.of("ISO_IR 100"));

  private final List<String> terms;
  private final TextCoding coding;

  CharacterSet(List<String> terms, TextCoding coding) {
    this.terms = List.copyOf(terms);
    this.coding = coding;
  }

  /**
   * The set of the values of (0008,0005); unknown terms are read as the default would be. Spellings
   * found in practice, such as {@code ISO-IR 100}, are taken for what they mean.
   */
  public static CharacterSet of(List<String> specificCharacterSet) {
    if (specificCharacterSet.isEmpty()) {
      return DEFAULT;
    }
    if (specificCharacterSet.size() == 1) {
      switch (specificCharacterSet.get(0)) {
        case "ISO_IR 100":
          return LATIN_1;
        case "ISO_IR 192":
          return UTF_8;
        default:
          break;
      }
    }
    return CharacterSetParser.parse(specificCharacterSet);
  }

  /** The values of (0008,0005) that stand for this set, in the standard's spelling. */
  public List<String> terms() {
    return terms;
  }

  /**
   * Decodes a whole value, delimiters included (escape sequences end at them, PS3.5 6.1.2.5.3).
   * Bytes that cannot be decoded become U+FFFD.
   *
   * <p>In the answer a backslash of a multi-valued VR always divides values: a byte 0x5C that is
   * half of a character is part of that character.
   */
  public String decode(Bytes value, VR vr) {
    byte[] bytes = value.toArray();
    return isAscii(value, vr)
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : coding.decode(bytes, vr);
  }

  /** Whether the bytes of a value are its characters, all ASCII. */
  public boolean isAscii(Bytes value, VR vr) {
    if (vr.usesCharacterSet() && !coding.isAsciiTransparent()) {
      return false;
    }
    int length = value.length();
    for (int i = 0; i < length; i++) {
      byte character = value.at(i);
      if (character < 0 || CodeElement.isEscape(character)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Decodes a value into its values, without padding (PS3.5 6.2); an empty list when there is
   * nothing but padding. Empty values between others are kept.
   */
  public List<String> decodeValues(Bytes value, VR vr) {
    return value.isEmpty() ? List.of() : TextValues.split(decode(value, vr), vr);
  }

  /** Encodes a whole value, without padding to even length; what cannot be written becomes '?'. */
  public byte[] encode(String text, VR vr) {
    return vr.usesCharacterSet()
        ? coding.encode(text, vr)
        : text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether every character of the text can be written in this set. */
  public boolean canEncode(String text) {
    return coding.canEncode(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CharacterSet set && set.terms.equals(terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    return String.join("\\", terms);
  }
}
