package org.lucina.anonymizer.ps315.walk;

import java.util.List;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.io.UnknownSequence;

/** Items in a value of unknown representation (PS3.5 6.2.2), private ones included. */
final class UnknownItems {
  /** The tag of an item in little endian. */
  private static final byte[] START = {(byte) 0xFE, (byte) 0xFF, 0x00, (byte) 0xE0};

  private UnknownItems() {}

  /** Whether a value begins as items do. */
  static boolean are(Element element) {
    if (!(element.value() instanceof Bytes bytes) || bytes.length() < 2 * START.length) {
      return false;
    }
    for (int i = 0; i < START.length; i++) {
      if (bytes.at(i) != START[i]) {
        return false;
      }
    }
    return true;
  }

  /** The items, none when they cannot be read. */
  static List<DataSet> of(Element element) {
    return element.value() instanceof Bytes bytes ? UnknownSequence.items(bytes) : List.of();
  }
}
