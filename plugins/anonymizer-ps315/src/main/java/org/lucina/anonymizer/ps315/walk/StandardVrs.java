package org.lucina.anonymizer.ps315.walk;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/**
 * Tells which attributes a file gives a VR of another kind than the standard: a name as bytes, a
 * date as text. By the file's VR they would not be known for what they are.
 */
final class StandardVrs {
  private StandardVrs() {}

  /** The VR in the standard where that of the file hides what a value is, else that of the file. */
  static VR of(Element element) {
    VR vr = element.vr();
    int tag = element.tag();
    if (vr == VR.UN || Tags.isPrivate(tag) || element.value() instanceof Sequence) {
      return vr;
    }
    VR standard = Dictionary.vrOf(tag);
    boolean hides =
        switch (standard) {
          case PN, DA, TM, DT, UI, UR, SQ -> vr != standard;
          case LO, SH, ST, LT, UT, UC -> !vr.usesCharacterSet();
          default -> false;
        };
    return hides ? standard : vr;
  }

  /** Gives the attributes of a data set, and of all items that were read, that VR. */
  static void put(DataSet data) {
    List<Element> hidden = new ArrayList<>();
    for (Element element : data) {
      if (element.value() instanceof Sequence sequence) {
        sequence.items().forEach(StandardVrs::put);
      } else if (element.value() instanceof Bytes) {
        VR vr = of(element);
        if (vr != element.vr()) {
          // items are looked for where the VR is unknown
          hidden.add(new Element(element.tag(), vr == VR.SQ ? VR.UN : vr, element.value()));
        }
      }
    }
    hidden.forEach(data::put);
  }
}
