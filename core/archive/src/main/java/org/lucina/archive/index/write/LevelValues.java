package org.lucina.archive.index.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.lucina.archive.index.model.IndexedAttribute;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.VR;
import org.lucina.dicom.json.DicomJson;
import org.lucina.dicom.value.DicomDate;
import org.lucina.dicom.value.DicomTime;

/**
 * What an object says of one level, as the columns of that level keep it: null where it is open.
 */
final class LevelValues {
  private final List<IndexedAttribute> attributes;
  private final Object[] values;

  private LevelValues(List<IndexedAttribute> attributes, Object[] values) {
    this.attributes = attributes;
    this.values = values;
  }

  /** Takes the values from an object. */
  static LevelValues of(LevelTable table, DataSet object) {
    List<IndexedAttribute> attributes = table.taken();
    Object[] values = new Object[attributes.size()];
    for (int i = 0; i < values.length; i++) {
      IndexedAttribute attribute = attributes.get(i);
      if (object.contains(attribute.tag())) {
        values[i] = value(attribute, object);
      }
    }
    return new LevelValues(attributes, values);
  }

  /** Values in the order of {@link LevelTable#taken()}. */
  static LevelValues of(LevelTable table, Object[] values) {
    return new LevelValues(table.taken(), values);
  }

  private static Object value(IndexedAttribute attribute, DataSet object) {
    if (attribute.isNumber()) {
      OptionalInt number = object.integer(attribute.tag());
      return number.isPresent() ? number.getAsInt() : null;
    }
    if (attribute.vr() == VR.SQ) {
      return sequence(attribute, object);
    }
    String text = String.join("\\", object.strings(attribute.tag()));
    text = storable(text).strip();
    if (attribute.vr() == VR.DA) {
      text = DicomDate.parse(text).isPresent() ? text.replace(".", "") : "";
    } else if (attribute.vr() == VR.TM) {
      text = DicomTime.parse(text).isPresent() ? text.replace(":", "") : "";
    }
    return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), attribute.length()));
  }

  /** Leaves out what a database cannot keep: the character 0 and halves of surrogate pairs. */
  private static String storable(String text) {
    boolean clean = text.chars().allMatch(c -> c != 0 && !Character.isSurrogate((char) c));
    if (clean) {
      return text;
    }
    return text.codePoints()
        .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static SequenceText sequence(IndexedAttribute attribute, DataSet object) {
    List<DataSet> items = object.items(attribute.tag());
    if (items.isEmpty()) {
      return null;
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    json.write('[');
    try {
      for (DataSet item : items) {
        if (json.size() > 1) {
          json.write(',');
        }
        DicomJson.write(item, json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    json.write(']');
    String text = json.toString(StandardCharsets.UTF_8);
    return text.length() > attribute.length() ? null : new SequenceText(text, items);
  }

  /** The same values, to be changed apart from these. */
  LevelValues copy() {
    return new LevelValues(attributes, values.clone());
  }

  /** Sets a value that is known better than from the object. */
  LevelValues with(int tag, Object value) {
    values[index(tag)] = value;
    return this;
  }

  /** A text value, empty text when it is open. */
  String text(int tag) {
    return Objects.toString(values[index(tag)], "");
  }

  /** Sets the values as parameters of a statement, beginning with the given one. */
  void bind(PreparedStatement statement, int first) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        statement.setNull(first + i, attributes.get(i).isNumber() ? Types.INTEGER : Types.VARCHAR);
      } else {
        statement.setObject(first + i, column(i));
      }
    }
  }

  /** A value as its column keeps it. */
  Object column(int index) {
    return values[index] instanceof SequenceText sequence ? sequence.json() : values[index];
  }

  Object value(int index) {
    return values[index];
  }

  int size() {
    return values.length;
  }

  IndexedAttribute attribute(int index) {
    return attributes.get(index);
  }

  /** Whether the other says something that is open here. */
  boolean lacks(LevelValues offered, int index) {
    return values[index] == null && offered.values[index] != null;
  }

  /** Takes over a value. */
  void take(LevelValues offered, int index) {
    values[index] = offered.values[index];
  }

  private int index(int tag) {
    for (int i = 0; i < values.length; i++) {
      if (attributes.get(i).tag() == tag) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column for tag " + Integer.toHexString(tag));
  }
}
