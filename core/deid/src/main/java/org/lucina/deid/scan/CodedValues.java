package org.lucina.deid.scan;

import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/** Which values are somebody else's words: code strings, and codes of public schemes. */
final class CodedValues {
  private CodedValues() {}

  /** Whether an element of a data set is one of them. */
  static boolean contain(DataSet data, Element element) {
    return switch (element.tag()) {
      case Tag.CodeValue, Tag.CodeMeaning, Tag.LongCodeValue, Tag.URNCodeValue -> isPublic(data);
      case Tag.CodingSchemeDesignator, Tag.CodingSchemeVersion -> true;
      default -> element.vr() == VR.CS && !Tags.isPrivate(element.tag());
    };
  }

  /** Private schemes are called 99 and something, or L for local (PS3.3 8.2). */
  private static boolean isPublic(DataSet code) {
    return code.string(Tag.CodingSchemeDesignator)
        .filter(scheme -> !scheme.startsWith("99") && !scheme.equals("L"))
        .isPresent();
  }
}
