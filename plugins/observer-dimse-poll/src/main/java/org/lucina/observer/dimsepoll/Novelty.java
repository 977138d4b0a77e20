package org.lucina.observer.dimsepoll;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.DicomDate;
import org.lucina.dicom.value.DicomTime;
import org.lucina.spi.History;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;

/** Tells what was told already from what is new. */
final class Novelty {
  private final PollSettings settings;
  private final History history;

  Novelty(PollSettings settings, History history) {
    this.settings = settings;
    this.history = history;
  }

  /** The attribute that tells how many instances a dixel has. */
  static Optional<Integer> count(DicomLevel level) {
    return switch (level) {
      case PATIENT -> Optional.of(Tag.NumberOfPatientRelatedInstances);
      case STUDY -> Optional.of(Tag.NumberOfStudyRelatedInstances);
      case SERIES -> Optional.of(Tag.NumberOfSeriesRelatedInstances);
      case INSTANCE -> Optional.empty();
    };
  }

  /** What there is to tell of a dixel, if anything. */
  Optional<DixelEvent> event(Dixel found, Instant now) throws IOException {
    Optional<String> identifier = found.reference().identifier();
    if (identifier.isEmpty()) {
      return Optional.empty();
    }
    DataSet tags = found.tags();
    String id = found.level().name().toLowerCase(Locale.ROOT) + " " + identifier.get();
    boolean added = !history.contains(id);
    String counted = settings.changes() ? counted(id, found.level(), tags) : id;
    if (!added && history.contains(counted)) {
      return Optional.empty();
    }
    Kind kind = added ? Kind.ADDED : Kind.CHANGED;
    return Optional.of(
        new DixelEvent(
            added ? id : counted, kind, found.reference(), time(tags, settings.zone(), now), tags));
  }

  /** Remembers what was told; what it has now is what a change is seen by. */
  void told(List<DixelEvent> events) {
    Duration time = settings.remember();
    for (DixelEvent event : events) {
      history.remember(event.id(), time);
      if (event.kind() == Kind.ADDED && settings.changes()) {
        history.remember(counted(event.id(), event.reference().level(), event.tags()), time);
      }
    }
  }

  private static String counted(String id, DicomLevel level, DataSet tags) {
    OptionalInt instances = count(level).map(tags::integer).orElseGet(OptionalInt::empty);
    return instances.isPresent() ? id + " of " + instances.getAsInt() : id;
  }

  private static Instant time(DataSet tags, ZoneId zone, Instant now) {
    Optional<LocalDate> date =
        tags.string(Tag.StudyDate).flatMap(DicomDate::parse).map(DicomDate::first);
    Optional<LocalTime> time =
        tags.string(Tag.StudyTime).flatMap(DicomTime::parse).map(DicomTime::first);
    return date.map(day -> LocalDateTime.of(day, time.orElse(LocalTime.MIDNIGHT)))
        .map(moment -> moment.atZone(zone).toInstant())
        .orElse(now);
  }
}
