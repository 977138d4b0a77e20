package org.lucina.archive.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files below a folder, in an order that is the same each time, from behind a given one on.
 * Links are not followed, as they may lead out of the folder, and folders that cannot be read are
 * passed over.
 */
final class SortedFiles {
  private final Path root;
  private final Optional<Path> after;
  private final Deque<Iterator<Path>> open = new ArrayDeque<>();
  private long unreadable;

  SortedFiles(Path root, Optional<String> after) throws IOException {
    this.root = root;
    this.after = after.map(root::resolve);
    open.push(children(root));
  }

  /** The next one, empty after the last. */
  Optional<Path> next() {
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        continue;
      }
      Path path = open.peek().next();
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        if (isAhead(path) || after.filter(reached -> reached.startsWith(path)).isPresent()) {
          enter(path);
        }
      } else if (isAhead(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private void enter(Path folder) {
    try {
      open.push(children(folder));
    } catch (IOException e) {
      unreadable++;
    }
  }

  private boolean isAhead(Path path) {
    return after.isEmpty() || compare(path, after.get()) > 0;
  }

  /** Names at the first level where two paths part decide. */
  private static int compare(Path one, Path other) {
    int common = Math.min(one.getNameCount(), other.getNameCount());
    for (int i = 0; i < common; i++) {
      int order = one.getName(i).toString().compareTo(other.getName(i).toString());
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.getNameCount(), other.getNameCount());
  }

  private static Iterator<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted =
          files.sorted(Comparator.comparing((Path file) -> file.getFileName().toString())).toList();
      return sorted.iterator();
    }
  }

  /** A path as it can be gone on from. */
  String relative(Path file) {
    return root.relativize(file).toString();
  }

  /** Folders that were passed over. */
  long unreadable() {
    return unreadable;
  }
}
