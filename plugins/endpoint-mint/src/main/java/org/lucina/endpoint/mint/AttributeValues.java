package org.lucina.endpoint.mint;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/** Reads the attributes that MINT writes as tag, VR and text. */
final class AttributeValues {
  private AttributeValues() {}

  /** A data set for texts of any script. */
  static DataSet empty() {
    return new DataSet().set(Tag.SpecificCharacterSet, "ISO_IR 192");
  }

  /**
   * Adds an attribute.
   *
   * @throws DicomFormatException when it is none
   */
  static void add(DataSet to, String tagText, Optional<String> vrText, Optional<String> value)
      throws DicomFormatException {
    int tag =
        Dictionary.parseTag(tagText)
            .orElseThrow(() -> new DicomFormatException("an attribute without tag", "", 0));
    if (tag == Tag.SpecificCharacterSet) {
      return;
    }
    if (tag == Tag.TransferSyntaxUID) {
      // The File Meta Information is none of an object's attributes; queries have another name.
      value.ifPresent(syntax -> to.set(Tag.AvailableTransferSyntaxUID, syntax));
      return;
    }
    VR vr = vr(tag, vrText);
    if (value.filter(text -> !text.isEmpty()).isEmpty() || vr == VR.SQ) {
      to.setEmpty(tag, vr);
      return;
    }
    try {
      to.set(tag, vr, values(vr, value.get()).toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      throw new DicomFormatException("no value of " + vr, Tags.format(tag), 0);
    }
  }

  private static VR vr(int tag, Optional<String> text) {
    return text.filter(name -> name.length() == 2)
        .flatMap(name -> VR.of(name.charAt(0), name.charAt(1)))
        .orElseGet(() -> Dictionary.vrOf(tag));
  }

  private static List<String> values(VR vr, String text) {
    return vr.isText() && !vr.isMultiValuedText() ? List.of(text) : List.of(text.split("\\\\", -1));
  }
}
