package org.lucina.storage.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.StorageFullException;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;
import org.lucina.storage.packs.FaultyFile.Fault;

/** What the packs storage does beyond the contract. */
class PacksStorageTest {
  private static final Instant NOW = Instant.parse("2026-11-24T22:10:31Z");
  private static final int SEGMENT = 1 << 20;
  private static final int LARGE = 400_000;

  @TempDir Path temp;
  private final FaultyFile.Disk disk = new FaultyFile.Disk();

  @Test
  void smallObjectsOfManyLieInOneSegment() throws Exception {
    try (PacksStorage storage = open()) {
      storeConcurrently(storage, 8, 50, 1000);
      assertThat(packs()).hasSize(1);
      assertThat(locations(storage, Instant.EPOCH)).hasSize(400).doesNotHaveDuplicates();
    }
  }

  @Test
  void concurrentSmallObjectsShareSyncs() throws Exception {
    try (PacksStorage storage = open()) {
      store(storage, 1);
      disk.forces = 0;
      storeConcurrently(storage, 16, 50, 1000);
      assertThat(disk.forces).isBetween(1, 799);
    }
  }

  @Test
  void aSenderAloneTakesOneSyncForEachObject() throws IOException {
    try (PacksStorage storage = open()) {
      store(storage, 1);
      disk.forces = 0;
      store(storage, 1000);
      store(storage, LARGE);
      assertThat(disk.forces).isEqualTo(2);
    }
  }

  @Test
  void smallObjectsDoNotWaitForALargeOneThatIsReceived() throws IOException {
    try (PacksStorage storage = open();
        StorageUpload large = storage.begin("2.25.1")) {
      large.write(ByteBuffer.allocateDirect(LARGE));
      StoredObject small = store(storage, 10);
      large.write(ByteBuffer.allocateDirect(LARGE));
      StoredObject stored = large.commit();
      assertThat(stored.length()).isEqualTo(2 * LARGE);
      assertThat(locations(storage, Instant.EPOCH))
          .containsExactlyInAnyOrder(small.location(), stored.location());
    }
  }

  @Test
  void aFullSegmentIsFollowedByAnother() throws IOException {
    try (PacksStorage storage = open()) {
      for (int i = 0; i < 6; i++) {
        store(storage, LARGE);
      }
      assertThat(packs()).hasSize(2);
    }
    try (PacksStorage storage = open()) {
      store(storage, 1);
      assertThat(packs()).hasSize(3);
      assertThat(locations(storage, Instant.EPOCH)).hasSize(7);
    }
  }

  @Test
  void timeNeverGoesBackWhenTheClockDoes() throws IOException {
    try (PacksStorage storage = at(NOW)) {
      store(storage, 1);
    }
    try (PacksStorage storage = at(NOW.minusSeconds(86_400))) {
      assertThat(store(storage, 1).committed()).isEqualTo(NOW);
      assertThat(locations(storage, NOW)).hasSize(2);
    }
  }

  @Test
  void whatWasCommittedBeforeTheInstantIsNotListed() throws IOException {
    try (PacksStorage storage = at(NOW)) {
      store(storage, 1);
    }
    try (PacksStorage storage = at(NOW.plusSeconds(60))) {
      String young = store(storage, 2).location();
      assertThat(locations(storage, NOW.plusSeconds(30))).containsExactly(young);
      assertThat(locations(storage, NOW.plusSeconds(61))).isEmpty();
    }
  }

  @Test
  void compactionWinsSpaceBackAndKeepsLocations() throws IOException {
    List<StoredObject> stored = new ArrayList<>();
    try (PacksStorage storage = open()) {
      for (int i = 0; i < 30; i++) {
        stored.add(store(storage, 100_000 + i));
      }
      long before = allocated();
      try (ObjectChannel reader = storage.open(stored.get(0).location())) {
        storage.delete(stored.subList(0, 20).stream().map(StoredObject::location).toList());
        storage.maintain();
        ByteBuffer bytes = ByteBuffer.allocate(100_000);
        readFully(reader, bytes);
        assertThat(bytes.array()).as("a reader of before").isEqualTo(bytes(100_000));
      }
      assertHolds(storage, stored.subList(20, 30));
      assumeThat(allocated()).as("no sparse files here").isNotNegative();
      assertThat(before - allocated()).isGreaterThan(1_800_000);
    }
    try (PacksStorage storage = open()) {
      assertHolds(storage, stored.subList(20, 30));
      store(storage, 17);
      storage.maintain();
      assertThat(locations(storage, Instant.EPOCH)).hasSize(11);
    }
  }

  @Test
  void aSegmentWithoutObjectsIsRemovedAndItsNumberNotUsedAgain() throws IOException {
    try (PacksStorage storage = open()) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        all.add(store(storage, LARGE).location());
      }
      storage.delete(all);
      storage.maintain();
      assertThat(packs()).hasSize(1);
    }
    try (PacksStorage storage = open()) {
      StoredObject fresh = store(storage, LARGE);
      assertThat(Location.parse(fresh.location()).orElseThrow().segment())
          .isGreaterThanOrEqualTo(2);
      assertThat(locations(storage, Instant.EPOCH)).containsExactly(fresh.location());
    }
  }

  @Test
  void whatIsDeletedWhileASegmentIsCompactedIsGone() throws IOException {
    try (PacksStorage storage = open()) {
      StoredObject gone = store(storage, 1000);
      StoredObject kept = store(storage, 1001);
      storage.close();
      Segments segments = Segments.load(temp.resolve("store"));
      Segment segment = segments.all().get(0);
      segment.beginReplacement();
      Path copy = Files.copy(segment.pack(), segment.pack().resolveSibling("copy"));
      Entries live = segment.entries();
      segment.delete(List.of(Location.parse(gone.location()).orElseThrow().offset()));
      segment.replace(copy, live);
      segment.endReplacement();
      assertThat(segment.since(0)).containsExactly(kept);
    }
  }

  @Test
  void aWriteThatFailsLeavesNothingAndTheSegmentGoesOn() throws IOException {
    try (PacksStorage storage = open()) {
      StoredObject before = store(storage, 1000);
      for (int length : new int[] {2000, LARGE}) {
        disk.writable = 1500;
        assertNotStored(storage, length);
        disk.writable = Integer.MAX_VALUE;
      }
      StoredObject after = store(storage, LARGE);
      assertHolds(storage, List.of(before, after));
      assertThat(packs()).hasSize(1);
    }
  }

  @Test
  void aSyncThatFailsLeavesNothingAndItsSegmentIsNotTrusted() throws IOException {
    for (int length : new int[] {2000, LARGE}) {
      try (PacksStorage storage = open()) {
        int count = locations(storage, Instant.EPOCH).size();
        StoredObject before = store(storage, 1000);
        disk.faults = Set.of(Fault.FORCE);
        assertNotStored(storage, length);
        disk.faults = Set.of();
        StoredObject after = store(storage, length);
        assertThat(after.location().split("/")[0]).isNotEqualTo(before.location().split("/")[0]);
        assertThat(locations(storage, Instant.EPOCH)).hasSize(count + 2);
        storage.maintain();
      }
    }
  }

  @Test
  void aDiskThatFailsInEveryWayIsRepairedWhenItIsBack() throws IOException {
    List<StoredObject> stored = new ArrayList<>();
    try (PacksStorage storage = open()) {
      stored.add(store(storage, 1000));
      disk.faults = Set.of(Fault.values());
      for (int i = 0; i < 5; i++) {
        assertNotStored(storage, 2000);
        assertNotStored(storage, LARGE);
        storage.maintain();
      }
      disk.faults = Set.of();
      stored.add(store(storage, 2000));
      storage.maintain();
      assertHolds(storage, stored);
    }
    try (PacksStorage storage = open()) {
      assertHolds(storage, stored);
    }
  }

  @Test
  void nothingIsBegunWhenLessThanTheReserveIsLeft() throws IOException {
    try (PacksStorage storage =
        PacksStorage.open(
            temp.resolve("store"),
            new PacksStorage.Limits(Long.MAX_VALUE, SEGMENT, 25),
            Clock.systemUTC())) {
      assertThat(storage.usableBytes()).isZero();
      assertThatThrownBy(() -> storage.begin("2.25.1")).isInstanceOf(StorageFullException.class);
    }
  }

  @Test
  void aFolderBelongsToOneStorage() throws IOException {
    try (PacksStorage storage = open()) {
      assertThatThrownBy(this::open).hasMessageContaining("in use");
      store(storage, 1);
    }
    open().close();
  }

  @Test
  void aClosedStorageTakesNothing() throws IOException {
    PacksStorage storage = open();
    StorageUpload small = storage.begin("2.25.1");
    StorageUpload large = storage.begin("2.25.2");
    large.write(ByteBuffer.allocateDirect(LARGE));
    storage.close();
    assertThatThrownBy(small::commit).isInstanceOf(IOException.class);
    assertThatThrownBy(large::commit).isInstanceOf(IOException.class);
    try (PacksStorage again = open()) {
      small.close();
      large.close();
      StoredObject kept = store(again, LARGE);
      assertHolds(again, List.of(kept));
    }
  }

  @Test
  void onlyLocationsThatWereGivenOutAreFound() throws IOException {
    try (PacksStorage storage = open()) {
      StoredObject stored = store(storage, 1000);
      assertThat(stored.location()).isEqualTo("1/40");
      for (String location : List.of("1/0", "1/80", "01/40", "2/40", "1/040", "1/40/", "f/f")) {
        assertThatThrownBy(() -> storage.open(location).close())
            .isInstanceOf(NoSuchFileException.class);
      }
      assertThatThrownBy(() -> storage.delete("../1")).isInstanceOf(NoSuchFileException.class);
    }
  }

  private void assertNotStored(PacksStorage storage, int length) throws IOException {
    List<String> before = locations(storage, Instant.EPOCH);
    assertThatThrownBy(() -> store(storage, length)).isInstanceOf(StorageFullException.class);
    assertThat(locations(storage, Instant.EPOCH)).isEqualTo(before);
  }

  private static void assertHolds(PacksStorage storage, List<StoredObject> expected)
      throws IOException {
    try (Stream<StoredObject> listed = storage.committedSince(Instant.EPOCH)) {
      assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
    }
    for (StoredObject object : expected) {
      try (ObjectChannel channel = storage.open(object.location())) {
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        readFully(channel, bytes);
        assertThat(bytes.array()).isEqualTo(bytes((int) object.length()));
      }
    }
  }

  private PacksStorage open() throws IOException {
    return PacksStorage.open(
        temp.resolve("store"),
        new PacksStorage.Limits(0, SEGMENT, 25),
        Clock.systemUTC(),
        (file, options) -> new FaultyFile(FileChannel.open(file, options), disk));
  }

  private PacksStorage at(Instant now) throws IOException {
    return PacksStorage.open(
        temp.resolve("store"),
        new PacksStorage.Limits(0, SEGMENT, 25),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private List<Path> packs() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("store"))) {
      return files.filter(file -> file.toString().endsWith(".pack")).toList();
    }
  }

  /** Bytes that the file system uses for the segments, -1 when it does not tell. */
  private long allocated() throws IOException {
    ProcessBuilder du = new ProcessBuilder("du", "-sk", temp.resolve("store").toString());
    try (var out = du.start().inputReader()) {
      return Long.parseLong(out.readLine().split("\\s+")[0]) << 10;
    } catch (IOException absent) {
      return -1;
    }
  }

  private static void storeConcurrently(PacksStorage storage, int threads, int each, int length)
      throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            executor.submit(
                () -> {
                  for (int n = 0; n < each; n++) {
                    store(storage, length + n);
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static StoredObject store(PacksStorage storage, int length) throws IOException {
    try (StorageUpload upload = storage.begin("2.25.1")) {
      ByteBuffer bytes = ByteBuffer.wrap(bytes(length));
      upload.write(bytes);
      return upload.commit();
    }
  }

  private static List<String> locations(PacksStorage storage, Instant since) throws IOException {
    try (Stream<StoredObject> objects = storage.committedSince(since)) {
      return objects.map(StoredObject::location).toList();
    }
  }

  private static void readFully(ObjectChannel channel, ByteBuffer target) throws IOException {
    while (target.hasRemaining() && channel.read(target) >= 0) {
      Thread.onSpinWait();
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
