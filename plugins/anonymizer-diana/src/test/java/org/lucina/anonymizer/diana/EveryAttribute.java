package org.lucina.anonymizer.diana;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;

/** An object with a value for every attribute of the standard, at the top and in an item. */
final class EveryAttribute {
  private static final String ELEMENTS = "standard/data-elements.tsv";
  private static final int LAST_GROUP = 0x5000;

  private EveryAttribute() {}

  static SyntheticObject object() throws IOException {
    DataSet data = filled();
    DataSet item = filled();
    data.set(Tag.ReferencedInstanceSequence, List.of(item));
    data.set(0x00290010, VR.LO, "LUCINA TEST").set(0x00291001, VR.LO, "private");
    item.set(0x00290010, VR.LO, "LUCINA TEST").set(0x00291001, VR.LO, "private");
    return new SyntheticObject("every", TransferSyntax.EXPLICIT_LE, data);
  }

  private static DataSet filled() throws IOException {
    DataSet data = new DataSet();
    for (int tag : tags()) {
      fill(data, tag, Dictionary.vrOf(tag));
    }
    data.set(0x60000010, VR.US, 1).set(0x60000011, VR.US, 8).set(0x60004000, VR.LT, "X");
    data.set(0x60023000, VR.OW, new byte[2]).set(0x50003000, VR.OW, new byte[2]);
    data.set(Tag.SpecificCharacterSet, "ISO_IR 100");
    data.set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage);
    data.set(Tag.PatientName, "FOOABC^BAR^Z").set(Tag.PatientBirthDate, "20000101");
    data.set(Tag.PatientSex, "M").set(Tag.AccessionNumber, "12345678");
    data.set(Tag.StudyDate, "20180102").set(Tag.StudyTime, "120001");
    data.set(Tag.SeriesDate, "20180102").set(Tag.SeriesTime, "120101.5");
    return data;
  }

  private static void fill(DataSet data, int tag, VR vr) {
    switch (vr) {
      case UI -> data.set(tag, "1.2.3." + Integer.toUnsignedString(tag));
      case DA -> data.set(tag, "20180103");
      case TM -> data.set(tag, "101112");
      case DT -> data.set(tag, "20180103101112");
      case AS -> data.set(tag, "033Y");
      case IS, DS -> data.set(tag, "7");
      case SQ -> data.set(tag, List.of(new DataSet().set(Tag.CodeValue, "1")));
      case AT -> data.set(tag, VR.AT, new byte[] {8, 0, 0x60, 0});
      case CS, AE, LO, SH, PN, LT, ST, UT, UC, UR -> data.set(tag, "X");
      default -> data.set(tag, vr, new byte[8]);
    }
  }

  private static List<Integer> tags() throws IOException {
    try (InputStream in = Dictionary.class.getResourceAsStream(ELEMENTS);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split("\t")[0])
          .filter(tag -> tag.matches("[0-9A-Fa-f]{8}"))
          .map(tag -> Integer.parseUnsignedInt(tag, 16))
          .filter(tag -> tag >>> 16 >= 8 && tag >>> 16 < LAST_GROUP && !Tags.isPrivate(tag))
          .filter(tag -> Dictionary.vrOf(tag) != VR.UN)
          .toList();
    }
  }
}
