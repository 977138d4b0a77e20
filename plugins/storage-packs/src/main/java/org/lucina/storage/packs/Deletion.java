package org.lucina.storage.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Objects that are to be deleted together with those of other callers. */
final class Deletion {
  private final List<Location> locations;
  private Optional<IOException> failure = Optional.empty();

  Deletion(List<Location> locations) {
    this.locations = locations;
  }

  /** Deletes all of a group, with one sync for each segment. */
  static void perform(List<Deletion> group, Segments segments) {
    Map<Integer, List<Long>> offsets = new TreeMap<>();
    for (Deletion deletion : group) {
      for (Location location : deletion.locations) {
        offsets
            .computeIfAbsent(location.segment(), any -> new ArrayList<>())
            .add(location.offset());
      }
    }
    Map<Integer, IOException> failures = new HashMap<>();
    offsets.forEach((number, those) -> delete(segments, number, those, failures));
    for (Deletion deletion : group) {
      deletion.failure =
          deletion.locations.stream()
              .map(location -> failures.get(location.segment()))
              .filter(java.util.Objects::nonNull)
              .findFirst();
    }
  }

  private static void delete(
      Segments segments, int number, List<Long> offsets, Map<Integer, IOException> failures) {
    Optional<Segment> segment = segments.find(number);
    if (segment.isPresent()) {
      try {
        segment.get().delete(offsets);
      } catch (IOException e) {
        failures.put(number, e);
      }
    }
  }

  /** Tells a failure. */
  void result() throws IOException {
    if (failure.isPresent()) {
      throw new IOException(
          "objects are not deleted: " + failure.get().getMessage(), failure.get());
    }
  }
}
