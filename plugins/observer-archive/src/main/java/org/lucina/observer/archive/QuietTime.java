package org.lucina.observer.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.server.ArchiveChanges.Change;

/** Finds out when studies and series got nothing new for a time of its own. */
final class QuietTime {
  private final Duration quiet;
  private final Wanted wanted;
  private final Map<Reference, Change> restless = new HashMap<>();

  QuietTime(Duration quiet, Wanted wanted) {
    this.quiet = quiet;
    this.wanted = wanted;
  }

  /** Takes a change, in order. */
  void take(Change change) {
    Reference reference = change.event().reference();
    switch (change.event().kind()) {
      case ADDED, CHANGED -> {
        if (reference.level() == DicomLevel.INSTANCE) {
          changed(reference, DicomLevel.STUDY, change);
          changed(reference, DicomLevel.SERIES, change);
        }
      }
      case DELETED -> restless.remove(reference);
      case STABLE, DUE -> {}
    }
  }

  private void changed(Reference instance, DicomLevel level, Change change) {
    if (wanted.has(level, Kind.STABLE)) {
      instance.at(level).ifPresent(whole -> restless.put(whole, change));
    }
  }

  /** Forgets what had its last change by an instant, of changes up to a number. */
  void forget(Instant then, long number) {
    restless
        .values()
        .removeIf(last -> last.number() <= number && !last.event().time().isAfter(then));
  }

  /** What is quiet at an instant, series before studies, by its last change; restless no longer. */
  Map<Reference, Change> takeQuiet(Instant now, int most) {
    Map<Reference, Change> stable = new LinkedHashMap<>();
    restless.entrySet().stream()
        .filter(entry -> isQuiet(entry.getValue(), now))
        .sorted(
            Comparator.comparing((Map.Entry<Reference, Change> entry) -> entry.getKey().level())
                .reversed())
        .limit(most)
        .forEach(entry -> stable.put(entry.getKey(), entry.getValue()));
    restless.keySet().removeAll(stable.keySet());
    return stable;
  }

  /** Takes back what could not be told. */
  void putBack(Map<Reference, Change> stable) {
    stable.forEach(restless::putIfAbsent);
  }

  /** The events that tell what is quiet. */
  List<DixelEvent> events(Map<Reference, Change> stable) {
    return stable.entrySet().stream()
        .map(
            entry -> {
              DixelEvent last = entry.getValue().event();
              String uid = entry.getKey().identifier().orElseThrow();
              String id = Kind.STABLE + "|" + uid + "|" + last.id();
              return new DixelEvent(id, Kind.STABLE, entry.getKey(), last.time().plus(quiet));
            })
        .toList();
  }

  private boolean isQuiet(Change last, Instant now) {
    return !last.event().time().plus(quiet).isAfter(now);
  }

  /** The number of the first change that must be read again to know what is here. */
  OptionalLong first() {
    return restless.values().stream().mapToLong(Change::number).min();
  }
}
