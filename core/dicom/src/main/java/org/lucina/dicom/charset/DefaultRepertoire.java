package org.lucina.dicom.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.lucina.dicom.VR;

/**
 * The default character repertoire, ISO IR 6 (PS3.5 6.1.1).
 *
 * <p>Bytes beyond it are an error that is common in practice: they are read as UTF-8 when they are
 * well-formed UTF-8, else as ISO 8859-1, so that nothing is lost. They are never written.
 */
record DefaultRepertoire() implements TextCoding {

  @Override
  public boolean isAsciiTransparent() {
    return true;
  }

  @Override
  public String decode(byte[] bytes, VR vr) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public byte[] encode(String text, VR vr) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean canEncode(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
