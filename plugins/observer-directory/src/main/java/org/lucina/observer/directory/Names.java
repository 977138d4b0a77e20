package org.lucina.observer.directory;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Names of files and folders that are passed over, such as those of files still being written. */
final class Names {
  private final List<PathMatcher> ignored;

  /**
   * Reads patterns.
   *
   * @param patterns as in {@code *.part}, with commas between them
   * @throws IllegalArgumentException when one is malformed
   */
  Names(String patterns) {
    ignored =
        Stream.of(patterns.split(","))
            .map(String::strip)
            .filter(pattern -> !pattern.isEmpty())
            .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
            .toList();
  }

  boolean isIgnored(Path path) {
    Path name = path.getFileName();
    return name != null && ignored.stream().anyMatch(pattern -> pattern.matches(name));
  }
}
