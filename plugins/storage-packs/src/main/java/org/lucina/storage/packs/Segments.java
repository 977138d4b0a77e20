package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lucina.spi.storage.Folder;

/** The segments of a folder, by number. A number is never used again. */
final class Segments {
  private static final Pattern NAME = Pattern.compile("([0-9a-f]{8})\\.pack");
  private static final int RADIX = 16;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Map<Integer, Segment> segments = new ConcurrentSkipListMap<>();
  private final AtomicInteger newest = new AtomicInteger();

  private Segments(Path folder) {
    this.folder = folder;
  }

  /** Loads all segments of a folder; removes what compactions have left unfinished. */
  static Segments load(Path folder) throws IOException {
    Segments segments = new Segments(folder);
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches()) {
        segments.load(file, Integer.parseInt(name.group(1), RADIX));
      } else if (file.toString().endsWith(Compaction.UNFINISHED)) {
        Files.delete(file);
      }
    }
    return segments;
  }

  private void load(Path file, int number) throws IOException {
    newest.accumulateAndGet(number, Math::max);
    Optional<SegmentHeader> header;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      header = SegmentHeader.read(channel).filter(read -> read.segment() == number);
    }
    if (header.isPresent()) {
      Segment segment = new Segment(file, header.get());
      segment.load();
      segments.put(number, segment);
    } else if (Files.size(file) > RecordHeader.SIZE) {
      PacksLogger.LOG.unreadable(file);
    }
  }

  /** Makes one that is durable, and empty. */
  Segment create(SegmentOpener opener) throws IOException {
    int number = newest.incrementAndGet();
    Path file = folder.resolve(String.format("%08x.pack", number));
    SegmentHeader header = new SegmentHeader(number, random.nextLong());
    try (FileChannel channel =
        opener.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      header.write(channel);
      channel.force(true);
      Folder.sync(folder);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    Segment segment = new Segment(file, header);
    segments.put(number, segment);
    return segment;
  }

  /** One by its number. */
  Optional<Segment> find(int number) {
    return Optional.ofNullable(segments.get(number));
  }

  /** The one in which an object is. */
  Segment of(Location location) throws NoSuchFileException {
    return find(location.segment()).orElseThrow(() -> new NoSuchFileException(location.toString()));
  }

  /** All, by number. */
  List<Segment> all() {
    return List.copyOf(segments.values());
  }

  /** All, in the order in which they are to be filled. */
  Stream<Segment> fullestFirst() {
    return all().stream().sorted(Comparator.comparingLong(Segment::end).reversed());
  }

  /**
   * Removes one that is empty, unless it is the newest: that one keeps its number from being used
   * again after a restart.
   */
  void remove(Segment segment) throws IOException {
    int number = segment.header().segment();
    if (number != newest.get()) {
      segments.remove(number);
      segment.remove();
    }
  }
}
