package org.lucina.archive.index.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.archive.index.model.IndexedAttribute;
import org.lucina.archive.index.text.NameParts;
import org.lucina.archive.index.text.NameWord;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.PersonName;

/**
 * The rows by which person names, their words, and sequence items are found; gathered, then
 * inserted.
 */
final class SearchTerms {
  private static final String INSERT_NAME =
      "INSERT INTO person_name (owner_id, tag, component_group, name) VALUES (?, ?, ?, ?)";
  private static final String INSERT_WORD =
      "INSERT INTO name_word (owner_id, tag, word, sound) VALUES (?, ?, ?, ?)";
  private static final String INSERT_PART =
      "INSERT INTO name_part (owner_id, tag, part) VALUES (?, ?, ?)";
  private static final String INSERT_ITEM =
      "INSERT INTO sequence_item (owner_id, sequence_tag, item, tag, content)"
          + " VALUES (?, ?, ?, ?, ?)";
  private static final int MAX_TEXT = 255;
  private static final int MAX_ITEMS = 50;

  private final Set<List<Object>> names = new LinkedHashSet<>();
  private final Set<List<Object>> words = new LinkedHashSet<>();
  private final Set<List<Object>> parts = new LinkedHashSet<>();
  private final List<List<Object>> items = new ArrayList<>();

  /** Gathers the terms of all values of a new row. */
  void add(long owner, LevelValues values) {
    BitSet all = new BitSet();
    all.set(0, values.size());
    add(owner, values, all);
  }

  /** Gathers the terms of some values of a row. */
  void add(long owner, LevelValues values, BitSet which) {
    for (int i = which.nextSetBit(0); i >= 0; i = which.nextSetBit(i + 1)) {
      IndexedAttribute attribute = values.attribute(i);
      if (attribute.vr() == VR.PN && values.value(i) instanceof String text) {
        addNames(owner, attribute.tag(), text);
      } else if (values.value(i) instanceof SequenceText sequence) {
        addItems(owner, attribute.tag(), sequence.items());
      }
    }
  }

  private void addNames(long owner, int tag, String text) {
    for (String value : text.split("\\\\")) {
      List<String> groups = PersonName.parse(value).groupMatchingForms();
      for (int group = 0; group < groups.size(); group++) {
        if (!groups.get(group).isEmpty()) {
          String name = cut(groups.get(group));
          names.add(List.of(owner, tag, group + 1, name));
          if (tag == Tag.PatientName) {
            NameParts.of(name).forEach(part -> parts.add(List.of(owner, tag, part)));
          }
        }
      }
      for (NameWord word : NameWord.of(value)) {
        word.sounds().forEach(sound -> words.add(List.of(owner, tag, word.word(), sound)));
      }
    }
  }

  private void addItems(long owner, int sequence, List<DataSet> found) {
    for (int item = 0; item < Math.min(found.size(), MAX_ITEMS); item++) {
      for (Element element : found.get(item)) {
        for (String value : texts(found.get(item), element)) {
          items.add(List.of(owner, sequence, item, element.tag(), cut(value)));
        }
      }
    }
  }

  private static List<String> texts(DataSet item, Element element) {
    if (!element.vr().isText()) {
      return List.of();
    }
    return item.strings(element.tag()).stream()
        .map(value -> value.replace("\0", "").strip())
        .flatMap(
            value ->
                element.vr() == VR.PN
                    ? PersonName.parse(value).groupMatchingForms().stream()
                    : Stream.of(value))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MAX_TEXT));
  }

  /** Inserts what was gathered. */
  void insert(Connection connection) throws SQLException {
    insert(connection, INSERT_NAME, names);
    insert(connection, INSERT_WORD, words);
    insert(connection, INSERT_PART, parts);
    insert(connection, INSERT_ITEM, items);
  }

  private static void insert(Connection connection, String sql, Iterable<List<Object>> rows)
      throws SQLException {
    if (!rows.iterator().hasNext()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (List<Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
