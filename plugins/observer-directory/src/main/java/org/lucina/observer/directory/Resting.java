package org.lucina.observer.directory;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds files back until their size and time of modification rest. For one thread. */
final class Resting {
  private final Duration quiet;
  private final Map<Path, Wait> waiting = new LinkedHashMap<>();

  /** Since when a file is as it is; its stamp is empty when it is gone. */
  private record Wait(Optional<Stamp> stamp, long since) {}

  /**
   * What rests.
   *
   * @param path of the file
   * @param stamp of the file, empty when it is gone
   */
  record Rested(Path path, Optional<Stamp> stamp) {}

  /** Holds files back for as long as they must rest. */
  Resting(Duration quiet) {
    this.quiet = quiet;
  }

  /** Something happened to a path. */
  void touch(Path path, long now) throws IOException {
    waiting.remove(path);
    waiting.put(path, new Wait(stamp(path), now));
  }

  /** A file is there as told. */
  void touch(Path path, Stamp stamp, long now) {
    waiting.putIfAbsent(path, new Wait(Optional.of(stamp), now));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Lets go those that rest, be it that they are gone: a replaced file is gone for a moment. */
  List<Rested> rested(long now, int most) throws IOException {
    List<Rested> rested = new ArrayList<>();
    Map<Path, Wait> again = new LinkedHashMap<>();
    Iterator<Map.Entry<Path, Wait>> each = waiting.entrySet().iterator();
    while (each.hasNext() && rested.size() < most) {
      Map.Entry<Path, Wait> entry = each.next();
      Wait wait = entry.getValue();
      if (now - wait.since() < quiet.toNanos()) {
        continue;
      }
      each.remove();
      Optional<Stamp> stamp = stamp(entry.getKey());
      if (stamp.equals(wait.stamp())) {
        rested.add(new Rested(entry.getKey(), stamp));
      } else {
        again.put(entry.getKey(), new Wait(stamp, now));
      }
    }
    waiting.putAll(again);
    return rested;
  }

  private static Optional<Stamp> stamp(Path path) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile() ? Optional.of(Stamp.of(attributes)) : Optional.empty();
    } catch (FileSystemException gone) {
      return Optional.empty(); // or where it cannot be reached, which is the same to us
    }
  }
}
