package org.lucina.anonymizer.ps315;

import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/** Values that would tell who a patient is. */
final class SampleValue {
  private SampleValue() {}

  static VR vr(int tag) {
    return switch (tag) {
      case 0x00001000, 0x00001001 -> VR.UI;
      default -> Tags.isPrivate(tag) ? VR.LO : Dictionary.vrOf(tag);
    };
  }

  /** Puts one that fits into the attribute. */
  static void put(DataSet data, int tag) {
    if (Tags.isPrivate(tag)) {
      data.set(tag & 0xFFFF0000 | tag >>> 8 & 0xFF, VR.LO, "ACME");
    }
    VR vr = vr(tag);
    switch (vr) {
      case SQ -> data.set(tag, List.of(item()));
      case DA -> data.set(tag, vr, "20200229");
      case TM -> data.set(tag, vr, "101112");
      case DT -> data.set(tag, vr, "20200229101112");
      case AS -> data.set(tag, vr, "031Y");
      case UI -> data.set(tag, vr, "1.2.840.99999.4.5.6");
      case DS, IS -> data.set(tag, vr, "31");
      case US -> data.set(tag, vr, 31);
      case OB, OW, UN -> data.set(tag, vr, new byte[] {'F', 'i', 'n', 'd', 'u', 's'});
      case CS, AE -> data.set(tag, vr, "PETTERSSON");
      case PN -> data.set(tag, vr, Given.NAME);
      case UR -> data.set(tag, vr, "http://findus.example");
      default -> data.set(tag, vr, tag == Tag.TimezoneOffsetFromUTC ? "+0130" : "Findus P.");
    }
  }

  /** Names the patient in an attribute of the table. */
  static DataSet item() {
    return new DataSet()
        .set(Tag.ReferencedSOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
        .set(Tag.ReferencedSOPInstanceUID, "1.2.840.99999.7")
        .set(Tag.PersonName, Given.NAME);
  }
}
