package org.lucina.storage.filesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lucina.spi.storage.StoredObject;

/**
 * The folders {@code yyyy/MM/dd/HH/mm} (UTC), one for each minute in which something was committed.
 *
 * <p>Time never goes back here, even if the clock does: an index that asks for what came since its
 * checkpoint would miss objects in an earlier folder.
 */
final class Buckets {
  private static final Pattern LOCATION =
      Pattern.compile(
          "\\d{4}/\\d{2}/\\d{2}/\\d{2}/\\d{2}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.dcm");
  private static final Pattern LEVEL = Pattern.compile("\\d{2}|\\d{4}");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu/MM/dd/HH/mm").withZone(ZoneOffset.UTC);
  private static final int LEVELS = 5;
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Path root;
  private final Clock clock;
  private String latest;
  private String made = "";

  Buckets(Path root, Clock clock) throws IOException {
    this.root = root;
    this.clock = clock;
    this.latest = newest().orElse("");
  }

  /** Whether a location is one of those given out; no other leaves {@code root}. */
  static boolean isLocation(String location) {
    return LOCATION.matcher(location).matches();
  }

  /** The location of a file. */
  String location(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** The folder of this minute, made and durable when it is new. */
  synchronized Path current(FolderSync sync) throws IOException {
    String now = FORMAT.format(clock.instant());
    if (now.compareTo(latest) > 0) {
      latest = now;
    }
    Path folder = root.resolve(latest);
    if (!made.equals(latest)) {
      Files.createDirectories(folder);
      for (Path parent = folder.getParent(); parent.startsWith(root); parent = parent.getParent()) {
        sync.sync(parent);
      }
      made = latest;
    }
    return folder;
  }

  /**
   * Removes a folder and those above it that are empty and of the past.
   *
   * @return the lowest one that is left
   */
  synchronized Path removeEmpty(Path folder) throws IOException {
    Path path = folder;
    while (!path.equals(root) && !latest.startsWith(location(path))) {
      try {
        Files.deleteIfExists(path);
      } catch (DirectoryNotEmptyException inUse) {
        return path;
      }
      path = path.getParent();
    }
    return path;
  }

  /** Objects of the folders since an instant, with a margin, in order of folders. */
  Stream<StoredObject> since(Instant instant) throws IOException {
    Instant from =
        instant.isAfter(Instant.EPOCH.plus(MARGIN)) ? instant.minus(MARGIN) : Instant.EPOCH;
    List<Path> folders = new ArrayList<>();
    collect(root, FORMAT.format(from), 0, folders);
    return folders.stream().flatMap(this::objects);
  }

  private void collect(Path folder, String from, int level, List<Path> found) throws IOException {
    if (level == LEVELS) {
      found.add(folder);
      return;
    }
    for (Path child : children(folder)) {
      String time = location(child);
      if (time.compareTo(from.substring(0, Math.min(from.length(), time.length()))) >= 0) {
        collect(child, from, level + 1, found);
      }
    }
  }

  private Stream<StoredObject> objects(Path folder) {
    List<StoredObject> objects = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (isLocation(location(file))) {
          read(file).ifPresent(objects::add);
        }
      }
    } catch (NoSuchFileException removed) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return objects.stream();
  }

  private Optional<StoredObject> read(Path file) throws IOException {
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new StoredObject(location(file), facts.size(), facts.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException deleted) {
      return Optional.empty();
    }
  }

  private Optional<String> newest() throws IOException {
    Path folder = root;
    for (int level = 0; level < LEVELS; level++) {
      List<Path> children = children(folder);
      if (children.isEmpty()) {
        return Optional.empty();
      }
      folder = children.get(children.size() - 1);
    }
    return Optional.of(location(folder));
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(path -> LEVEL.matcher(path.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (NoSuchFileException removed) {
      return List.of();
    }
  }
}
