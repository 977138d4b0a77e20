package org.lucina.archive.query.match;

import java.util.Set;
import org.lucina.archive.query.ArchiveQuery;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.AttributeMatching;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.QueryException;

/**
 * Keys that have no column: matched on the headers of instances where the study, series or
 * instances are named, so that few headers are read; not matched on elsewhere.
 *
 * @param keys the keys of the query
 * @param matched tags of the keys that are matched on headers
 * @param unmatched tags of the keys that are not
 */
public record HeaderKeys(DataSet keys, Set<Integer> matched, Set<Integer> unmatched) {

  /** Decides which of the keys without column can be matched. */
  public static HeaderKeys of(ArchiveQuery query, Set<Integer> others) {
    boolean narrow =
        query.level() == DicomLevel.INSTANCE
            && (isNamed(query, Tag.StudyInstanceUID)
                || isNamed(query, Tag.SeriesInstanceUID)
                || isNamed(query, Tag.SOPInstanceUID));
    return new HeaderKeys(query.keys(), narrow ? others : Set.of(), narrow ? Set.of() : others);
  }

  private static boolean isNamed(ArchiveQuery query, int tag) {
    return !KeyValues.of(query.keys(), tag).isEmpty();
  }

  /** Whether headers must be read to match. */
  public boolean isNeeded() {
    return !matched.isEmpty();
  }

  /** Whether a header matches all of them. */
  public boolean match(DataSet header) throws QueryException {
    for (int tag : matched) {
      if (!AttributeMatching.matches(keys, tag, header)) {
        return false;
      }
    }
    return true;
  }
}
