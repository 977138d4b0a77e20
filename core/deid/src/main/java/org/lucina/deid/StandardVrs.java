package org.lucina.deid;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.UnknownSequence;

/**
 * Tells which attributes a file gives a VR of another kind than the standard: a name as bytes, a
 * date as text. By the file's VR they would not be known for what they are.
 */
public final class StandardVrs {
  private StandardVrs() {}

  /**
   * The VR in the standard where that of the file is unknown or hides what a value is, else that of
   * the file.
   */
  public static VR of(Element element) {
    VR vr = element.vr();
    int tag = element.tag();
    if (element.value() instanceof Sequence) {
      return VR.SQ;
    }
    if (Tags.isPrivate(tag) && vr != VR.UN) {
      return vr;
    }
    VR standard = Dictionary.vrOf(tag);
    boolean hides =
        vr == VR.UN
            || switch (standard) {
              case PN, DA, TM, DT, UI, UR, SQ -> vr != standard;
              case LO, SH, ST, LT, UT, UC -> !vr.usesCharacterSet();
              default -> false;
            };
    return hides ? standard : vr;
  }

  /**
   * Gives attributes whose VR hides what they are that of the standard, in items too; what is
   * unknown otherwise stays so. Sequences that came as bytes are read; they are unknown if that
   * fails.
   */
  public static void put(DataSet data) {
    List<Element> found = new ArrayList<>();
    for (Element element : data) {
      if (element.value() instanceof Sequence sequence) {
        sequence.items().forEach(StandardVrs::put);
      } else if (element.value() instanceof Bytes bytes) {
        VR vr = of(element);
        List<DataSet> items = items(data, element, vr, bytes);
        if (!items.isEmpty()) {
          items.forEach(StandardVrs::put);
          found.add(new Element(element.tag(), VR.SQ, new Sequence(items, false)));
        } else if (element.vr() != VR.UN && vr != element.vr()) {
          found.add(new Element(element.tag(), vr == VR.SQ ? VR.UN : vr, bytes));
        }
      }
    }
    found.forEach(data::put);
  }

  /** Those of private sequences too, where their creators are in a dictionary. */
  private static List<DataSet> items(DataSet data, Element element, VR vr, Bytes bytes) {
    if (element.vr() == VR.UN) {
      return data.items(element.tag());
    }
    return vr == VR.SQ ? UnknownSequence.items(bytes) : List.of();
  }
}
