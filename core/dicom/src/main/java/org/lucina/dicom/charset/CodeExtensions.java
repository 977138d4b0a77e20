package org.lucina.dicom.charset;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.VR;

/**
 * Single-byte character sets, and ISO 2022 code extension between several sets (PS3.5 6.1.2.4,
 * 6.1.2.5).
 *
 * @param g0 code element in G0 at the start of a value and after each delimiter
 * @param g1 the same for G1, when there is one
 * @param others code elements that escape sequences may designate, in order of preference
 * @param extended whether escape sequences are in use
 */
record CodeExtensions(
    CodeElement g0, Optional<CodeElement> g1, List<CodeElement> others, boolean extended)
    implements TextCoding {

  CodeExtensions {
    others = List.copyOf(others);
  }

  @Override
  public boolean isAsciiTransparent() {
    return g0 == CodeElement.ASCII;
  }

  @Override
  public String decode(byte[] bytes, VR vr) {
    return new ExtensionDecoder(this, vr).decode(bytes);
  }

  @Override
  public byte[] encode(String text, VR vr) {
    ExtensionEncoder encoder = new ExtensionEncoder(this, vr);
    encoder.write(text);
    return encoder.toBytes();
  }

  @Override
  public boolean canEncode(String text) {
    ExtensionEncoder encoder = new ExtensionEncoder(this, VR.PN);
    encoder.write(text);
    return encoder.isComplete();
  }

  /**
   * What high bytes are when nothing is in G1: the first set declared for it. Some devices send
   * Korean or Chinese without the escape sequence that must come after each delimiter.
   */
  Optional<CodeElement> impliedG1() {
    return g1.or(() -> others.stream().filter(CodeElement::isRight).findFirst());
  }
}
