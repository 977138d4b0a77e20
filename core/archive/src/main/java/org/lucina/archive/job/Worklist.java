package org.lucina.archive.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;

/**
 * What a collector looks for, one query for studies after the other: the same each time when the
 * same text is read.
 *
 * @param items in order
 */
public record Worklist(List<Query> items) {
  private static final int MOST = 1_000_000;

  /** Copies the list. */
  public Worklist {
    items = List.copyOf(items);
  }

  static Worklist read(DefinitionReader reader) throws JobException {
    List<Query> items = new ArrayList<>();
    addAll(items, Tag.AccessionNumber, reader.texts("accession-numbers"));
    addAll(items, Tag.PatientID, reader.texts("patient-ids"));
    addAll(items, Tag.StudyInstanceUID, reader.texts("study-uids"));
    Optional<String> csv = reader.find("csv");
    if (csv.isPresent()) {
      items.addAll(CsvWorklist.read(csv.get()));
    }
    items.addAll(DateSpans.read(reader));
    reader.finish();
    if (items.isEmpty() || items.size() > MOST) {
      throw notAsMany();
    }
    return new Worklist(items);
  }

  /** Refuses more items than there may be before they take the memory that they would. */
  static void checkNumber(int items) throws JobException {
    if (items > MOST) {
      throw notAsMany();
    }
  }

  private static JobException notAsMany() {
    return JobException.malformed("the worklist must have 1 to " + MOST + " items");
  }

  private static void addAll(List<Query> items, int tag, List<String> values) throws JobException {
    checkNumber(values.size());
    for (int i = 0; i < values.size(); i++) {
      String where = "item " + (i + 1) + " of the worklist";
      try {
        QueryKey key = exactly(QueryKey.of(tag, values.get(i)), where);
        items.add(Query.of(DicomLevel.STUDY).key(key).build());
      } catch (IllegalArgumentException e) {
        throw new JobException(JobException.Reason.MALFORMED, where + ": " + e.getMessage(), e);
      }
    }
  }

  /** A key that means one value: what is a wild card in a query is none in a list. */
  static QueryKey exactly(QueryKey key, String where) throws JobException {
    String value = key.value();
    if (value.isBlank() || value.matches("(?s).*[*?\\\\].*") || value.equals("\"\"")) {
      throw JobException.malformed(
          where + ": the value of " + key.attribute() + " is no single value");
    }
    return key;
  }
}
