package org.lucina.endpoint.mock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.endpoint.mock.image.ObjectMaker;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Series;
import org.lucina.endpoint.mock.study.Study;
import org.lucina.endpoint.mock.study.Timeline;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;

/**
 * What happens at sites: instances are added, series or studies are complete.
 *
 * @param timeline of the sites
 * @param level of the events
 */
record Happenings(Timeline timeline, DicomLevel level) {

  /**
   * Something that happens.
   *
   * @param time when, in the zone of the sites
   * @param uid of what it happens to
   * @param tags of that
   */
  private record Happening(LocalDateTime time, String uid, Tags tags) {}

  @FunctionalInterface
  private interface Tags {
    DataSet make();
  }

  /** What happens after a time and until another one, in order. */
  List<DixelEvent> between(LocalDateTime after, LocalDateTime until, ZoneId zone) {
    LocalDate first = after.minus(Timeline.LONGEST_STUDY).toLocalDate();
    return first
        .datesUntil(until.toLocalDate().plusDays(1))
        .flatMap(timeline::studies)
        .filter(study -> study.end().isAfter(after) && !study.start().isAfter(until))
        .flatMap(this::of)
        .filter(happening -> happening.time().isAfter(after))
        .filter(happening -> !happening.time().isAfter(until))
        .sorted(Comparator.comparing(Happening::time))
        .map(happening -> event(happening, zone))
        .toList();
  }

  /** The kind of all events. */
  DixelEvent.Kind kind() {
    return level == DicomLevel.INSTANCE ? DixelEvent.Kind.ADDED : DixelEvent.Kind.STABLE;
  }

  private Stream<Happening> of(Study study) {
    return switch (level) {
      case PATIENT -> Stream.empty();
      case STUDY ->
          Stream.of(new Happening(study.end(), study.uid(), () -> ObjectMaker.study(study)));
      case SERIES ->
          study.series().stream()
              .map(
                  series ->
                      new Happening(
                          series.end(), series.uid(), () -> ObjectMaker.series(study, series)));
      case INSTANCE -> study.series().stream().flatMap(series -> instances(study, series));
    };
  }

  private static Stream<Happening> instances(Study study, Series series) {
    return IntStream.rangeClosed(1, series.images())
        .mapToObj(number -> new Instance(study, series, number))
        .map(
            instance ->
                new Happening(
                    instance.time(), instance.uid(), () -> ObjectMaker.instance(instance)));
  }

  private DixelEvent event(Happening happening, ZoneId zone) {
    DataSet tags = happening.tags().make();
    return new DixelEvent(
        kind() + " " + happening.uid(),
        kind(),
        Reference.of(level, tags).orElseThrow(),
        happening.time().atZone(zone).toInstant(),
        tags);
  }
}
