package org.lucina.endpoint.dcmdir;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;

/**
 * Answers one query while files are read: the first file of a study or series that matches speaks
 * for it. Copies of an instance are found each under its own key.
 */
final class Search {
  /** What comes back unasked at each level and those below: names and what tells them apart. */
  private static final Map<DicomLevel, Set<Integer>> RETURNED =
      Map.of(
          DicomLevel.STUDY,
          Set.of(
              Tag.SpecificCharacterSet,
              Tag.StudyDate,
              Tag.StudyTime,
              Tag.AccessionNumber,
              Tag.StudyDescription,
              Tag.PatientName,
              Tag.PatientID,
              Tag.StudyInstanceUID),
          DicomLevel.SERIES,
          Set.of(Tag.Modality, Tag.SeriesDescription, Tag.SeriesInstanceUID, Tag.SeriesNumber),
          DicomLevel.INSTANCE,
          Set.of(Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.InstanceNumber));

  private final Query query;
  private final Matches matches;
  private final Set<Integer> returned = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  Search(Query query, Endpoint.Sink sink) {
    this.query = query;
    this.matches = new Matches(query, sink);
    RETURNED.forEach(
        (level, tags) -> {
          if (!level.isBelow(query.level())) {
            returned.addAll(tags);
          }
        });
    returned.addAll(query.include());
    query.keys().stream().map(QueryKey::path).forEach(path -> returned.add(path.get(0)));
  }

  /** Takes a file's attributes; returns false when no more are needed. */
  boolean take(DataSet header, String path) throws EndpointException {
    Reference found = Reference.of(query.level(), header).orElseThrow();
    boolean instance = query.level() == DicomLevel.INSTANCE;
    if (!query.matches(header) || !instance && !seen.add(found.identifier().orElseThrow())) {
      return true;
    }
    Reference named = instance ? found.withKey(path) : found;
    return matches.take(() -> Dixel.of(named).tags(answer(header)).build());
  }

  private DataSet answer(DataSet header) {
    DataSet answer = new DataSet();
    for (Element element : header) {
      if (returned.contains(element.tag())) {
        answer.put(element);
      }
    }
    return answer;
  }
}
