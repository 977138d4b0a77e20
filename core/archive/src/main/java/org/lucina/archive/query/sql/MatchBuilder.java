package org.lucina.archive.query.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.model.IndexedAttribute;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;

/** Makes the data set of a match from the columns of a row and, where it is needed, its header. */
final class MatchBuilder {
  private final ReturnedAttributes returned;

  MatchBuilder(ReturnedAttributes returned) {
    this.returned = returned;
  }

  DataSet build(ResultSet row, DataSet header) throws SQLException, IOException {
    DataSet match = new DataSet();
    // Before any text, which is encoded as it is set.
    match.set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    boolean ascii = true;
    if (returned.wholeHeader()) {
      header.forEach(match::put);
      match.set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
      ascii = false;
    } else {
      for (int tag : returned.header()) {
        Optional<Element> element = header.get(tag);
        match.put(element.orElseGet(() -> nothing(tag)));
        ascii &= element.isEmpty();
      }
    }
    int column = 1;
    for (IndexedAttribute attribute : returned.columns()) {
      String value = row.getString(column++);
      if (value != null && !value.isEmpty()) {
        ascii &= isAscii(value);
        set(match, attribute, value);
      } else if (!match.contains(attribute.tag())) {
        match.setEmpty(attribute.tag(), attribute.vr());
      }
    }
    if (ascii) {
      match.remove(Tag.SpecificCharacterSet);
    }
    return match;
  }

  private static Element nothing(int tag) {
    VR vr = Dictionary.vrOf(tag);
    DataSet empty = new DataSet().setEmpty(tag, vr == VR.UN ? VR.LO : vr);
    return empty.get(tag).orElseThrow();
  }

  private static void set(DataSet match, IndexedAttribute attribute, String value)
      throws IOException {
    if (attribute.vr() == VR.SQ) {
      List<DataSet> items = new ArrayList<>();
      DicomJson.readAll(
          new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8)),
          ReadLimits.DEFAULT,
          items::add);
      match.set(attribute.tag(), items);
    } else {
      match.set(attribute.tag(), attribute.vr(), value.split("\\\\", -1));
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(character -> character < 0x80);
  }
}
