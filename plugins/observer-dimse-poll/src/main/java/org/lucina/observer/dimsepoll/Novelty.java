package org.lucina.observer.dimsepoll;

import java.io.IOException;
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

/** Tells what an observation has told already from what is new to it. */
final class Novelty {
  private final PollSettings settings;
  private final History history;
  private final String observation;

  /**
   * Remembers for an observation.
   *
   * @param observation sets what it was told apart from what others were
   */
  Novelty(PollSettings settings, History history, String observation) {
    this.settings = settings;
    this.history = history;
    this.observation = observation;
  }

  private boolean contains(String id) {
    return history.contains(observation + " " + id);
  }

  private void remember(String id) {
    history.remember(observation + " " + id, settings.remember());
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
    boolean added = !contains(id);
    String counted = settings.changes() ? counted(id, found.level(), tags) : id;
    if (!added && contains(counted)) {
      return Optional.empty();
    }
    Kind kind = added ? Kind.ADDED : Kind.CHANGED;
    return Optional.of(
        new DixelEvent(
            added ? id : counted, kind, found.reference(), time(tags, settings.zone(), now), tags));
  }

  /** Remembers what was told; what it has now is what a change is seen by. */
  void told(List<DixelEvent> events) {
    for (DixelEvent event : events) {
      remember(event.id());
      if (event.kind() == Kind.ADDED && settings.changes()) {
        remember(counted(event.id(), event.reference().level(), event.tags()));
      }
    }
  }

  /** Remembers that a position was reached. */
  void reached(Position position) {
    remember("#" + position.number());
  }

  /** Whether more was told than up to a position: what is remembered is not what it stands for. */
  boolean wentBeyond(Position position) {
    return contains("#" + (position.number() + 1));
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
