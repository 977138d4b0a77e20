package org.lucina.archive.query.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lucina.archive.index.model.IndexedAttribute;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.archive.query.ArchiveQuery;
import org.lucina.archive.query.match.KeyConditions;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;

/**
 * What comes back with a match: the keys, what is asked for besides, and the unique keys.
 *
 * @param columns attributes that come from columns of the level or above
 * @param header tags that come from a header; those that only lower levels have never come back
 * @param wholeHeader whether all of the header comes back
 */
record ReturnedAttributes(
    List<IndexedAttribute> columns, Set<Integer> header, boolean wholeHeader) {

  static ReturnedAttributes of(ArchiveQuery query) {
    DicomLevel level = query.level();
    Set<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
    for (Element element : query.keys()) {
      tags.add(element.tag());
    }
    tags.addAll(query.includeTags());
    tags.remove(Tag.SpecificCharacterSet);
    tags.remove(Tag.QueryRetrieveLevel);
    for (DicomLevel above : DicomLevel.values()) {
      if (above.compareTo(level) <= 0) {
        LevelTable table = LevelTable.of(above);
        tags.add(uniqueKey(above));
        if (query.includeAll()) {
          table.attributes().forEach(attribute -> tags.add(attribute.tag()));
        }
      }
    }
    List<IndexedAttribute> columns = new ArrayList<>();
    Set<Integer> header = new TreeSet<>(Integer::compareUnsigned);
    for (int tag : tags) {
      Optional<IndexedAttribute> attribute = KeyConditions.attribute(level, tag);
      attribute.ifPresent(columns::add);
      if (attribute.isEmpty() && KeyConditions.attribute(DicomLevel.INSTANCE, tag).isEmpty()) {
        header.add(tag);
      }
    }
    return new ReturnedAttributes(
        columns, header, query.includeAll() && level == DicomLevel.INSTANCE);
  }

  boolean needsHeader() {
    return wholeHeader || !header.isEmpty();
  }

  private static int uniqueKey(DicomLevel level) {
    return switch (level) {
      case PATIENT -> Tag.PatientID;
      case STUDY -> Tag.StudyInstanceUID;
      case SERIES -> Tag.SeriesInstanceUID;
      case INSTANCE -> Tag.SOPInstanceUID;
    };
  }
}
