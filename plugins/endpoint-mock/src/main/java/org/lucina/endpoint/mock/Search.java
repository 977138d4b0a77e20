package org.lucina.endpoint.mock;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DateRange;
import org.lucina.endpoint.mock.image.ObjectMaker;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Series;
import org.lucina.endpoint.mock.study.Study;
import org.lucina.endpoint.mock.study.Timeline;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;

/**
 * Answers one query, in order of time. A study or series matches when one of its parts does, where
 * attributes of those are asked for; that part then speaks for it.
 */
final class Search {
  private static final LocalDate FIRST_DAY = LocalDate.EPOCH;

  private final Query query;
  private final DicomLevel depth;
  private final Timeline timeline;
  private final MadeSoFar made;
  private final int days;
  private int skipped;
  private int given;

  Search(Query query, Timeline timeline, MadeSoFar made, int days) {
    this.query = query;
    this.depth = Depth.of(query);
    this.timeline = timeline;
    this.made = made;
    this.days = days;
  }

  void run(Endpoint.Sink sink) throws EndpointException {
    Optional<List<Study>> named = named();
    if (named.isPresent()) {
      search(named.get().iterator(), sink);
      return;
    }
    LocalDate today = made.now().toLocalDate();
    DateRange range =
        value(Tag.StudyDate)
            .flatMap(DateRange::parse)
            .orElse(new DateRange(Optional.of(today.minusDays(days - 1L)), Optional.empty()));
    LocalDate first = range.from().filter(FIRST_DAY::isBefore).orElse(FIRST_DAY);
    LocalDate last = range.to().filter(today::isAfter).orElse(today);
    boolean goOn = true;
    for (LocalDate day = first; goOn && !day.isAfter(last); day = day.plusDays(1)) {
      goOn = search(timeline.studies(day).iterator(), sink);
    }
  }

  /** The studies whose UIDs, or those of their parts, the query names. */
  private Optional<List<Study>> named() {
    return Stream.of(Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID)
        .flatMap(tag -> value(tag).stream())
        .findFirst()
        .map(uids -> Stream.of(uids.split("\\\\")).map(String::strip).distinct())
        .map(uids -> uids.flatMap(uid -> timeline.study(uid).stream()))
        .map(studies -> studies.filter(distinct()).toList());
  }

  private static Predicate<Study> distinct() {
    Set<String> seen = new HashSet<>();
    return study -> seen.add(study.uid());
  }

  private Optional<String> value(int tag) {
    return query.keys().stream()
        .filter(key -> key.path().equals(List.of(tag)))
        .filter(key -> key.matching() != Matching.UNIVERSAL)
        .map(QueryKey::value)
        .findFirst();
  }

  private boolean search(Iterator<Study> studies, Endpoint.Sink sink) throws EndpointException {
    while (studies.hasNext()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new EndpointException(Reason.FAILED, "the search was interrupted");
      }
      Study study = studies.next();
      if (made.hasBegun(study) && !search(study, sink)) {
        return false;
      }
    }
    return true;
  }

  private boolean search(Study study, Endpoint.Sink sink) throws EndpointException {
    DataSet counted = counts(study);
    if (depth == DicomLevel.STUDY) {
      return offer(with(ObjectMaker.study(study), counted), sink) != Verdict.ENOUGH;
    }
    for (Series series : study.series()) {
      int images = series.imagesBy(made.now());
      if (images == 0) {
        continue;
      }
      counted.set(Tag.NumberOfSeriesRelatedInstances, VR.IS, images);
      Verdict verdict = search(study, series, images, counted, sink);
      if (verdict == Verdict.ENOUGH) {
        return false;
      }
      if (verdict == Verdict.TAKEN && query.level() == DicomLevel.STUDY) {
        return true;
      }
    }
    return true;
  }

  private Verdict search(
      Study study, Series series, int images, DataSet counted, Endpoint.Sink sink)
      throws EndpointException {
    if (depth == DicomLevel.SERIES) {
      return offer(with(ObjectMaker.series(study, series), counted), sink);
    }
    Verdict verdict = Verdict.NO_MATCH;
    for (int number = 1; number <= images; number++) {
      DataSet tags = ObjectMaker.instance(new Instance(study, series, number));
      Verdict each = offer(with(tags, counted), sink);
      if (each == Verdict.ENOUGH || each == Verdict.TAKEN && query.level() != DicomLevel.INSTANCE) {
        return each;
      }
      verdict = each == Verdict.TAKEN ? each : verdict;
    }
    return verdict;
  }

  private enum Verdict {
    NO_MATCH,
    TAKEN,
    ENOUGH
  }

  private Verdict offer(DataSet tags, Endpoint.Sink sink) throws EndpointException {
    if (!query.matches(tags)) {
      return Verdict.NO_MATCH;
    }
    if (skipped < query.offset()) {
      skipped++;
      return Verdict.TAKEN;
    }
    given++;
    Reference reference = Reference.of(query.level(), tags).orElseThrow();
    boolean goOn = sink.accept(Dixel.of(reference).tags(tags).build());
    boolean more = query.limit().isEmpty() || given < query.limit().getAsInt();
    return goOn && more ? Verdict.TAKEN : Verdict.ENOUGH;
  }

  private static DataSet with(DataSet tags, DataSet more) {
    more.forEach(tags::put);
    return tags;
  }

  private DataSet counts(Study study) {
    Set<String> modalities = new HashSet<>();
    int series = 0;
    int instances = 0;
    for (Series each : study.series()) {
      int images = each.imagesBy(made.now());
      if (images > 0) {
        series++;
        instances += images;
        modalities.add(ObjectMaker.modality(study, each));
      }
    }
    return new DataSet()
        .set(Tag.ModalitiesInStudy, modalities.stream().sorted().toArray(String[]::new))
        .set(Tag.NumberOfStudyRelatedSeries, VR.IS, series)
        .set(Tag.NumberOfStudyRelatedInstances, VR.IS, instances);
  }
}
