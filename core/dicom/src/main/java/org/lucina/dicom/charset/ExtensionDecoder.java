package org.lucina.dicom.charset;

import java.util.Optional;
import org.lucina.dicom.VR;

/** Decodes one value with code extensions; made anew for each value. */
final class ExtensionDecoder {
  private static final char UNDECODABLE = '\uFFFD';

  private final CodeExtensions sets;
  private final VR vr;
  private final StringBuilder out = new StringBuilder();
  private CodeElement left;
  private Optional<CodeElement> right;
  private int runStart;
  private Optional<CodeElement> run = Optional.empty();

  ExtensionDecoder(CodeExtensions sets, VR vr) {
    this.sets = sets;
    this.vr = vr;
    reset();
  }

  String decode(byte[] bytes) {
    int index = 0;
    while (index < bytes.length) {
      index = next(bytes, index);
    }
    endRun(bytes, index);
    return out.toString();
  }

  /** Takes one character or escape sequence; returns the index after it. */
  private int next(byte[] bytes, int index) {
    int value = bytes[index] & 0xFF;
    if (CodeElement.isEscape(value) && sets.extended()) {
      return escape(bytes, index);
    }
    if (left.width() == 2 && value > 0x20 && value < 0x7F) {
      return extendRun(Optional.of(left), bytes, index);
    }
    if (value < 0x80) {
      if (Delimiters.reset(value, vr)) {
        endRun(bytes, index);
        out.append((char) value);
        reset();
        return index + 1;
      }
      boolean graphic = value > 0x20 && value < 0x7F;
      return extendRun(Optional.of(graphic ? left : CodeElement.ASCII), bytes, index);
    }
    if (right.isEmpty()) {
      endRun(bytes, index);
      out.append(UNDECODABLE);
      return index + 1;
    }
    return extendRun(right, bytes, index);
  }

  private int escape(byte[] bytes, int index) {
    endRun(bytes, index);
    Optional<CodeElement> designated = CodeElement.designatedAt(bytes, index);
    if (designated.isEmpty()) {
      out.append(UNDECODABLE);
      return index + 1;
    }
    CodeElement element = designated.get();
    if (element.isRight()) {
      right = designated;
    } else {
      left = element;
    }
    return index + element.escapeLength();
  }

  private int extendRun(Optional<CodeElement> element, byte[] bytes, int index) {
    if (!run.equals(element)) {
      endRun(bytes, index);
      run = element;
      runStart = index;
    }
    boolean pair = element.get().width() == 2 && index + 1 < bytes.length;
    return pair && isSecond(bytes[index + 1], element.get()) ? index + 2 : index + 1;
  }

  private static boolean isSecond(byte value, CodeElement element) {
    return element.isRight() ? value < 0 : value > 0x20;
  }

  private void endRun(byte[] bytes, int end) {
    run.ifPresent(element -> out.append(element.decode(bytes, runStart, end)));
    run = Optional.empty();
  }

  private void reset() {
    left = sets.g0();
    right = sets.impliedG1();
  }
}
