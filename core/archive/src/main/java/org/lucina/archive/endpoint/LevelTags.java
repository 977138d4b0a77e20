package org.lucina.archive.endpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.model.IndexedAttribute;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.archive.query.ArchiveQuery;
import org.lucina.archive.query.QueryService;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.QueryException;

/** Reads the attributes of a patient, study or series, with those of the levels above. */
final class LevelTags {
  private final QueryService queries;
  private final Supplier<Requestor> self;

  LevelTags(QueryService queries, Supplier<Requestor> self) {
    this.queries = queries;
    this.self = self;
  }

  /**
   * The attributes.
   *
   * @param instance one of its instances
   * @throws IOException also when it was deleted meanwhile
   */
  DataSet read(DicomLevel level, InstanceRecord instance) throws IOException {
    boolean isSeries = level == DicomLevel.SERIES;
    DataSet keys = new DataSet().set(Tag.StudyInstanceUID, instance.study());
    if (isSeries) {
      keys.set(Tag.SeriesInstanceUID, instance.series());
    }
    DicomLevel asked = isSeries ? DicomLevel.SERIES : DicomLevel.STUDY;
    ArchiveQuery query = new ArchiveQuery(asked, keys, true, Set.of(), false, 0, 1, self.get());
    List<DataSet> found = new ArrayList<>();
    try {
      queries.find(query, found::add);
    } catch (QueryException e) {
      throw new IOException("a UID in the index is malformed", e);
    }
    if (found.isEmpty()) {
      throw new IOException("study " + instance.study() + " was deleted meanwhile");
    }
    return level == DicomLevel.PATIENT ? ofPatient(found.get(0)) : found.get(0);
  }

  private static DataSet ofPatient(DataSet study) {
    Set<Integer> tags = new HashSet<>(Set.of(Tag.SpecificCharacterSet));
    LevelTable.of(DicomLevel.PATIENT).attributes().stream()
        .map(IndexedAttribute::tag)
        .forEach(tags::add);
    DataSet patient = new DataSet();
    for (Element element : study) {
      if (tags.contains(element.tag())) {
        patient.put(element);
      }
    }
    return patient;
  }
}
