package org.lucina.dicom.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharsetEncoder;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.VR;

/** Encodes one value with code extensions; made anew for each value. */
final class ExtensionEncoder {
  private final CodeExtensions sets;
  private final VR vr;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<CodeElement, CharsetEncoder> encoders = new EnumMap<>(CodeElement.class);
  private CodeElement left;
  private Optional<CodeElement> right;
  private boolean complete = true;

  ExtensionEncoder(CodeExtensions sets, VR vr) {
    this.sets = sets;
    this.vr = vr;
    this.left = sets.g0();
    this.right = sets.g1();
  }

  /** Writes a whole value and ends with the initial code elements in force. */
  void write(String text) {
    text.codePoints().forEach(this::writeCharacter);
    restore();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  /** Whether no character had to be replaced. */
  boolean isComplete() {
    return complete;
  }

  private void writeCharacter(int character) {
    if (Delimiters.reset(character, vr)) {
      restore();
      right = sets.g1();
      out.write(character);
    } else if (CodeElement.isEscape(character)) {
      replace();
    } else if (character <= ' ') {
      restoreLeft();
      out.write(character);
    } else if (!writeIn(left, character)
        && !(right.isPresent() && writeIn(right.get(), character))
        && !designateAndWrite(character)) {
      replace();
    }
  }

  private void replace() {
    complete = false;
    restoreLeft();
    out.write('?');
  }

  private boolean designateAndWrite(int character) {
    return switchTo(sets.g0(), character)
        || sets.g1().isPresent() && switchTo(sets.g1().get(), character)
        || sets.extended()
            && sets.others().stream().anyMatch(element -> switchTo(element, character));
  }

  private boolean switchTo(CodeElement element, int character) {
    Optional<byte[]> encoded = encode(element, character);
    if (encoded.isEmpty()) {
      return false;
    }
    designate(element);
    out.writeBytes(encoded.get());
    return true;
  }

  private boolean writeIn(CodeElement element, int character) {
    Optional<byte[]> encoded = encode(element, character);
    encoded.ifPresent(out::writeBytes);
    return encoded.isPresent();
  }

  private Optional<byte[]> encode(CodeElement element, int character) {
    return element.encode(character, encoders.computeIfAbsent(element, CodeElement::newEncoder));
  }

  private void designate(CodeElement element) {
    out.writeBytes(element.escape());
    if (element.isRight()) {
      right = Optional.of(element);
    } else {
      left = element;
    }
  }

  private void restore() {
    restoreLeft();
    if (sets.g1().isPresent() && !right.equals(sets.g1())) {
      designate(sets.g1().get());
    }
  }

  private void restoreLeft() {
    if (left != sets.g0()) {
      designate(sets.g0());
    }
  }
}
