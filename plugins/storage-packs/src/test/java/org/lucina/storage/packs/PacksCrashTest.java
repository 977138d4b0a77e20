package org.lucina.storage.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;

/** What a loss of power or a damaged disk leaves: all that was committed, and nothing else. */
class PacksCrashTest {
  private static final PacksStorage.Limits LIMITS = new PacksStorage.Limits(0, 1 << 20, 25);

  @TempDir Path temp;
  private Path root;

  /** Content by location. */
  private final Map<String, byte[]> stored = new TreeMap<>();

  private final List<StoredObject> inOrder = new ArrayList<>();
  private Path pack;

  @BeforeEach
  void storeThreeObjects() throws IOException {
    root = temp.resolve("packs");
    try (PacksStorage storage = open()) {
      for (int length : new int[] {300, 0, 130}) {
        store(storage, length);
      }
    }
    Files.delete(root.resolve("00000001.idx"));
    pack = root.resolve("00000001.pack");
  }

  @Test
  void aSegmentCutAtAnyByteHoldsTheObjectsThatAreWhole() throws IOException {
    byte[] whole = Files.readAllBytes(pack);
    for (int length = RecordHeader.SIZE; length <= whole.length; length++) {
      write(Arrays.copyOf(whole, length));
      int left = length;
      try (PacksStorage storage = open()) {
        assertHolds(storage, inOrder.stream().filter(object -> end(object) <= left).toList());
        assertThat(storage.usableBytes()).isPositive();
      }
    }
  }

  @Test
  void theTailZeroedFromAnyByteIsCutAndWrittenAgain() throws IOException {
    byte[] whole = Files.readAllBytes(pack);
    long last = end(inOrder.get(1));
    for (int from = (int) last; from < whole.length; from++) {
      byte[] torn = whole.clone();
      Arrays.fill(torn, from, torn.length, (byte) 0);
      write(torn);
      try (PacksStorage storage = open()) {
        boolean intact = Arrays.equals(torn, whole);
        assertHolds(storage, intact ? inOrder : inOrder.subList(0, 2));
      }
    }
  }

  @Test
  void aByteThatIsDamagedAnywhereHidesOneObjectAndNoOther() throws IOException {
    byte[] whole = Files.readAllBytes(pack);
    for (int at = RecordHeader.SIZE; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      write(damaged);
      int where = at;
      try (PacksStorage storage = open()) {
        List<StoredObject> expected =
            inOrder.stream()
                .filter(
                    object ->
                        where < start(object) || where >= end(object) || harmless(object, where))
                .toList();
        assertHolds(storage, expected);
      }
    }
  }

  /** Bytes of a header that carry nothing: the state, of which one bit alone says nothing. */
  private static boolean harmless(StoredObject object, int at) {
    long inHeader = at - start(object);
    return inHeader >= 52 && inHeader < RecordHeader.SIZE;
  }

  @Test
  void afterACutTheSegmentIsAppendedTo() throws IOException {
    byte[] whole = Files.readAllBytes(pack);
    write(Arrays.copyOf(whole, whole.length - 1));
    inOrder.remove(2);
    try (PacksStorage storage = open()) {
      store(storage, 5000);
    }
    try (PacksStorage storage = open()) {
      assertHolds(storage, inOrder);
      assertThat(root.resolve("00000002.pack")).doesNotExist();
    }
  }

  @Test
  void theIndexCutOrDamagedAtAnyByteIsMadeAnew() throws IOException {
    open().close();
    Path index = root.resolve("00000001.idx");
    byte[] whole = Files.readAllBytes(index);
    for (int at = 0; at < whole.length; at++) {
      Files.write(index, Arrays.copyOf(whole, at));
      try (PacksStorage storage = open()) {
        assertHolds(storage, inOrder);
      }
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(index, damaged);
      try (PacksStorage storage = open()) {
        assertHolds(storage, inOrder);
      }
    }
  }

  @Test
  void anObjectWhoseBytesLookLikeRecordsBringsForthNoOthers() throws IOException {
    byte[] forged = Arrays.copyOfRange(Files.readAllBytes(pack), 0, 512);
    try (PacksStorage storage = open()) {
      store(storage, forged);
      try (StorageUpload unfinished = storage.begin("2.25.1")) {
        unfinished.write(ByteBuffer.allocateDirect(1 << 18).put(forged).rewind());
        Files.copy(pack, temp.resolve("copy"));
      }
    }
    write(Files.readAllBytes(temp.resolve("copy")));
    Files.deleteIfExists(root.resolve("00000001.idx"));
    try (PacksStorage storage = open()) {
      assertHolds(storage, inOrder);
    }
  }

  @Test
  void aFileThatIsNoSegmentIsLeftAlone() throws IOException {
    Files.write(root.resolve("0000000a.pack"), new byte[1000]);
    Files.write(root.resolve("0000000b.pack"), new byte[0]);
    Files.writeString(root.resolve("notes.txt"), "strange");
    try (PacksStorage storage = open()) {
      assertHolds(storage, inOrder);
    }
    assertThat(root.resolve("0000000a.pack")).hasSize(1000);
    assertThat(root.resolve("notes.txt")).exists();
  }

  @Test
  void aCompactionThatWasBrokenOffAnywhereLosesNothing() throws IOException {
    try (PacksStorage storage = open()) {
      storage.delete(inOrder.get(0).location());
      inOrder.remove(0);
    }
    byte[] before = Files.readAllBytes(pack);
    byte[] index = Files.readAllBytes(root.resolve("00000001.idx"));
    try (PacksStorage storage = open()) {
      storage.maintain();
      assertHolds(storage, inOrder);
    }
    byte[] after = Files.readAllBytes(pack);
    Path unfinished = root.resolve("00000001.pack" + Compaction.UNFINISHED);

    // while it copies
    for (int length = 0; length <= after.length; length += 7) {
      write(before);
      Files.write(root.resolve("00000001.idx"), index);
      Files.write(unfinished, Arrays.copyOf(after, length));
      assertHoldsAfterRestart();
      assertThat(unfinished).doesNotExist();
    }
    // after it has put the copy in place, with the index of before, and with none
    write(after);
    Files.write(root.resolve("00000001.idx"), index);
    assertHoldsAfterRestart();
    write(after);
    assertHoldsAfterRestart();
  }

  private void assertHoldsAfterRestart() throws IOException {
    try (PacksStorage storage = open()) {
      assertHolds(storage, inOrder);
      storage.maintain();
      assertHolds(storage, inOrder);
    }
  }

  private void assertHolds(PacksStorage storage, List<StoredObject> expected) throws IOException {
    try (Stream<StoredObject> listed = storage.committedSince(Instant.EPOCH)) {
      assertThat(listed).containsExactlyElementsOf(expected);
    }
    for (StoredObject object : expected) {
      try (ObjectChannel channel = storage.open(object.location())) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        channel.transferTo(0, Long.MAX_VALUE, Channels.newChannel(bytes));
        assertThat(bytes.toByteArray()).isEqualTo(stored.get(object.location()));
      }
    }
  }

  private void store(PacksStorage storage, int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    store(storage, bytes);
  }

  private void store(PacksStorage storage, byte[] bytes) throws IOException {
    try (StorageUpload upload = storage.begin("2.25.1")) {
      StoredObject object = upload.commit(ByteBuffer.wrap(bytes));
      stored.put(object.location(), bytes);
      inOrder.add(object);
    }
  }

  /** As a crash would: the segment is there, its index is of before or not at all. */
  private void write(byte[] bytes) throws IOException {
    Files.deleteIfExists(root.resolve("00000001.idx"));
    try (FileChannel file =
        FileChannel.open(pack, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      file.write(ByteBuffer.wrap(bytes));
    }
  }

  private PacksStorage open() throws IOException {
    return PacksStorage.open(root, LIMITS, Clock.systemUTC());
  }

  private static long start(StoredObject object) {
    return Location.parse(object.location()).orElseThrow().offset();
  }

  private static long end(StoredObject object) {
    return start(object) + RecordHeader.SIZE + object.length();
  }
}
