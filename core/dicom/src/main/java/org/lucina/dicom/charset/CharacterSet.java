package org.lucina.dicom.charset;

import java.util.List;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.VR;

/** Decodes and encodes text by Specific Character Set (PS3.3 C.12.1.1.2, PS3.5 6.1). */
public final class CharacterSet {
  /** ISO IR 6, in force when (0008,0005) is absent or empty. */
  public static final CharacterSet DEFAULT = new CharacterSet();

  /** ISO IR 192, UTF-8. */
  public static final CharacterSet UTF_8 = new CharacterSet();

  private CharacterSet() {}

  /** The set of the values of (0008,0005); unknown terms are read as the default would be. */
  public static CharacterSet of(List<String> specificCharacterSet) {
    throw new IllegalStateException("contract only");
  }

  /** The values of (0008,0005) that stand for this set. */
  public List<String> terms() {
    throw new IllegalStateException("contract only");
  }

  /**
   * Decodes a whole value, delimiters included (escape sequences end at them, PS3.5 6.1.2.5.3).
   * Bytes that cannot be decoded become U+FFFD.
   */
  public String decode(Bytes value, VR vr) {
    throw new IllegalStateException("contract only");
  }

  /** Encodes a whole value; what cannot be written becomes '?'. */
  public byte[] encode(String text, VR vr) {
    throw new IllegalStateException("contract only");
  }

  /** Whether every character of the text can be written in this set. */
  public boolean canEncode(String text) {
    throw new IllegalStateException("contract only");
  }
}
