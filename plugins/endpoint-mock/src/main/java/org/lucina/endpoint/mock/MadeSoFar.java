package org.lucina.endpoint.mock;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.endpoint.mock.image.ObjectFile;
import org.lucina.endpoint.mock.image.ObjectFrames;
import org.lucina.endpoint.mock.image.ObjectMaker;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Picture;
import org.lucina.endpoint.mock.study.Series;
import org.lucina.endpoint.mock.study.Study;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/**
 * Makes dixels of studies, with those parts that are made by now.
 *
 * @param clock tells the time in the zone of the sites
 */
record MadeSoFar(Clock clock) {

  LocalDateTime now() {
    return LocalDateTime.now(clock);
  }

  /** Whether the first instance of a study is made. */
  boolean hasBegun(Study study) {
    return study.series().get(0).imagesBy(now()) > 0;
  }

  /** The study, empty before its first instance is made. */
  Optional<Dixel> study(Study study) {
    if (!hasBegun(study)) {
      return Optional.empty();
    }
    DataSet tags = ObjectMaker.study(study);
    return Optional.of(
        Dixel.of(Reference.of(DicomLevel.STUDY, tags).orElseThrow())
            .tags(tags)
            .metadata(metadata(study))
            .children(() -> series(study))
            .build());
  }

  Stream<Dixel> series(Study study) {
    return study.series().stream().flatMap(series -> series(study, series).stream());
  }

  /** The series, empty before its first instance is made. */
  Optional<Dixel> series(Study study, Series series) {
    if (series.imagesBy(now()) == 0) {
      return Optional.empty();
    }
    DataSet tags = ObjectMaker.series(study, series);
    return Optional.of(
        Dixel.of(Reference.of(DicomLevel.SERIES, tags).orElseThrow())
            .tags(tags)
            .metadata(metadata(study))
            .children(() -> instances(study, series))
            .build());
  }

  Stream<Dixel> instances(Study study, Series series) {
    return IntStream.rangeClosed(1, series.imagesBy(now()))
        .mapToObj(number -> dixel(new Instance(study, series, number)));
  }

  /** The instance, empty before it is made. */
  Optional<Dixel> instance(Instance instance) {
    return instance.time().isAfter(now()) ? Optional.empty() : Optional.of(dixel(instance));
  }

  private static Dixel dixel(Instance instance) {
    Study study = instance.study();
    Reference reference =
        new Reference(
            DicomLevel.INSTANCE,
            Optional.of(study.patient().id()),
            Optional.of(study.uid()),
            Optional.of(instance.series().uid()),
            Optional.of(instance.uid()),
            Optional.empty());
    Dixel.Builder dixel =
        Dixel.of(reference)
            .tags(() -> ObjectMaker.instance(instance))
            .metadata(metadata(study))
            .file(new ObjectFile(instance));
    Optional<Picture> picture = instance.series().kind().picture(instance);
    picture.ifPresent(frames -> dixel.frames(() -> new ObjectFrames(frames)));
    return dixel.build();
  }

  private static Map<String, String> metadata(Study study) {
    return Map.of("Site", study.device().site(), "Station", study.device().station());
  }
}
