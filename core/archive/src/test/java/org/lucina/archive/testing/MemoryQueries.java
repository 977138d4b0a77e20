package org.lucina.archive.testing;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.query.ArchiveQuery;
import org.lucina.archive.query.QueryService;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.QueryException;

/** Answers queries by single values and lists from an index in memory. */
public final class MemoryQueries implements QueryService {
  private static final Set<Integer> KEYS =
      Set.of(Tag.PatientID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID);

  private final MemoryIndex index;

  /** Queries an index. */
  public MemoryQueries(MemoryIndex index) {
    this.index = index;
  }

  @Override
  public QueryOutcome find(ArchiveQuery query, MatchSink sink) throws QueryException, IOException {
    if (query.keys().string(Tag.StudyDate).filter(date -> date.startsWith("x")).isPresent()) {
      throw new QueryException(Tag.StudyDate, "no date");
    }
    Set<String> seen = new HashSet<>();
    int given = 0;
    for (NewInstance instance : index.all()) {
      DataSet attributes = instance.attributes();
      if (matches(query.keys(), attributes)
          && seen.add(attributes.string(unique(query.level())).orElse(""))) {
        if (given++ == query.limit()) {
          return new QueryOutcome(true, Set.of(), false);
        }
        if (!sink.accept(answer(query.keys(), attributes))) {
          break;
        }
      }
    }
    return new QueryOutcome(false, Set.of(), false);
  }

  private static int unique(DicomLevel level) {
    return switch (level) {
      case PATIENT -> Tag.PatientID;
      case STUDY -> Tag.StudyInstanceUID;
      case SERIES -> Tag.SeriesInstanceUID;
      case INSTANCE -> Tag.SOPInstanceUID;
    };
  }

  private static boolean matches(DataSet keys, DataSet attributes) {
    for (int key : KEYS) {
      List<String> wanted = keys.strings(key);
      if (!wanted.isEmpty() && !wanted.contains(attributes.string(key).orElse(""))) {
        return false;
      }
    }
    return true;
  }

  private static DataSet answer(DataSet keys, DataSet attributes) {
    DataSet answer = new DataSet();
    for (Element key : keys) {
      answer.put(attributes.get(key.tag()).orElse(key));
    }
    return answer;
  }

  @Override
  public Set<Integer> matchingKeys(DicomLevel level) {
    return KEYS;
  }
}
