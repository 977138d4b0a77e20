package org.lucina.spi.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Storage} does; a storage proves it by a subclass that opens it. */
public abstract class StorageContractTest {
  private static final String UID = "2.25.1";

  private Storage storage;

  /** Opens the storage under test: empty the first time, with what it held after that. */
  protected abstract Storage open() throws Exception;

  @BeforeEach
  void openStorage() throws Exception {
    storage = open();
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  /** The storage under test. */
  protected final Storage storage() {
    return storage;
  }

  /** Stores bytes whole. */
  protected final StoredObject store(byte[] bytes) throws IOException {
    try (StorageUpload upload = storage.begin(UID)) {
      upload.write(ByteBuffer.wrap(bytes));
      return upload.commit();
    }
  }

  /** Reads an object whole. */
  protected final byte[] read(String location) throws IOException {
    try (ObjectChannel channel = storage.open(location)) {
      return readRest(channel);
    }
  }

  /** Bytes of no meaning, always the same for a seed. */
  protected static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @Test
  void whatIsCommittedIsReadBackByteForByte() throws IOException {
    byte[] bytes = bytes(100_001, 1);
    StoredObject stored = store(bytes);
    assertThat(stored.length()).isEqualTo(bytes.length);
    assertThat(read(stored.location())).isEqualTo(bytes);
  }

  @Test
  void anEmptyObjectIsKept() throws IOException {
    assertThat(read(store(new byte[0]).location())).isEmpty();
  }

  @Test
  void piecesOfAllKindsAndSizesAreAppendedInOrderAndConsumed() throws IOException {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    String location;
    try (StorageUpload upload = storage.begin(UID)) {
      for (int i = 0; i < 60; i++) {
        byte[] piece = bytes(i * i * 400, i);
        expected.write(piece);
        ByteBuffer buffer = i % 2 == 0 ? ByteBuffer.wrap(piece) : direct(piece);
        ByteBuffer given = i % 3 == 0 ? buffer.asReadOnlyBuffer() : buffer;
        upload.write(given);
        assertThat(given.hasRemaining()).isFalse();
      }
      location = upload.commit().location();
    }
    assertThat(read(location)).isEqualTo(expected.toByteArray());
  }

  @Test
  void onlyWhatIsBetweenPositionAndLimitIsWritten() throws IOException {
    byte[] bytes = bytes(100, 3);
    String location;
    try (StorageUpload upload = storage.begin(UID)) {
      upload.write(ByteBuffer.wrap(bytes, 10, 20));
      location = upload.commit().location();
    }
    assertThat(read(location)).isEqualTo(java.util.Arrays.copyOfRange(bytes, 10, 30));
  }

  @Test
  void anObjectIsReadFromAnyPosition() throws IOException {
    byte[] bytes = bytes(50_000, 4);
    StoredObject stored = store(bytes);
    try (ObjectChannel channel = storage.open(stored.location())) {
      assertThat(channel.size()).isEqualTo(bytes.length);
      channel.position(49_990);
      assertThat(readRest(channel)).isEqualTo(java.util.Arrays.copyOfRange(bytes, 49_990, 50_000));
      channel.position(0);
      assertThat(readRest(channel)).isEqualTo(bytes);
    }
  }

  @Test
  void anyRangeOfAnObjectIsCopiedToAChannel() throws IOException {
    byte[] bytes = bytes(300_000, 17);
    StoredObject stored = store(bytes);
    try (ObjectChannel channel = storage.open(stored.location())) {
      channel.position(7);
      assertThat(copy(channel, 0, 300_000)).isEqualTo(bytes);
      assertThat(copy(channel, 1000, 200_000))
          .isEqualTo(java.util.Arrays.copyOfRange(bytes, 1000, 201_000));
      assertThat(copy(channel, 299_990, 100))
          .isEqualTo(java.util.Arrays.copyOfRange(bytes, 299_990, 300_000));
      assertThat(copy(channel, 300_000, 1)).isEmpty();
      assertThat(channel.position()).isEqualTo(7);
    }
  }

  private static byte[] copy(ObjectChannel channel, long from, long count) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    long copied = channel.transferTo(from, count, Channels.newChannel(target));
    assertThat(target.size()).isEqualTo(copied);
    return target.toByteArray();
  }

  @Test
  void locationsAreOfHarmlessCharacters() throws IOException {
    assertThat(store(bytes(10, 5)).location()).matches("[A-Za-z0-9._/-]{1,255}");
  }

  @Test
  void severalObjectsAreKeptUnderOneUid() throws IOException {
    StoredObject one = store(bytes(10, 6));
    StoredObject two = store(bytes(10, 7));
    assertThat(one.location()).isNotEqualTo(two.location());
    assertThat(read(one.location())).isEqualTo(bytes(10, 6));
    assertThat(read(two.location())).isEqualTo(bytes(10, 7));
  }

  @Test
  void whatIsNotCommittedLeavesNothing() throws IOException {
    try (StorageUpload upload = storage.begin(UID)) {
      upload.write(ByteBuffer.wrap(bytes(1_000_000, 8)));
    }
    assertThat(locationsSince(Instant.EPOCH)).isEmpty();
  }

  @Test
  void closingAfterCommitKeepsTheObject() throws IOException {
    StorageUpload upload = storage.begin(UID);
    upload.write(ByteBuffer.wrap(bytes(10, 9)));
    StoredObject stored = upload.commit();
    upload.close();
    upload.close();
    assertThat(read(stored.location())).isEqualTo(bytes(10, 9));
  }

  @Test
  void whatIsCommittedIsThereAfterReopening() throws Exception {
    StoredObject stored = store(bytes(1000, 10));
    reopen();
    assertThat(read(stored.location())).isEqualTo(bytes(1000, 10));
    assertThat(locationsSince(Instant.EPOCH)).containsExactly(stored.location());
  }

  @Test
  void whatWasBegunAndNotCommittedIsGoneAfterReopening() throws Exception {
    StorageUpload begun = storage.begin(UID);
    begun.write(ByteBuffer.wrap(bytes(1_000_000, 11)));
    reopen();
    assertThat(locationsSince(Instant.EPOCH)).isEmpty();
  }

  @Test
  void whatIsCommittedIsListedWithLengthAndTime() throws IOException {
    Instant before = Instant.now().minusSeconds(5);
    StoredObject stored = store(bytes(123, 12));
    try (Stream<StoredObject> listed = storage.committedSince(before)) {
      StoredObject found = listed.findFirst().orElseThrow();
      assertThat(found.location()).isEqualTo(stored.location());
      assertThat(found.length()).isEqualTo(123);
      assertThat(found.committed()).isBetween(before, Instant.now().plusSeconds(5));
    }
  }

  @Test
  void everythingCommittedSinceAnInstantIsListed() throws IOException {
    Instant start = Instant.now();
    List<String> stored = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      stored.add(store(bytes(i, i)).location());
    }
    assertThat(locationsSince(start)).containsAll(stored);
    assertThat(locationsSince(Instant.EPOCH)).containsExactlyInAnyOrderElementsOf(stored);
  }

  @Test
  void whatIsDeletedIsGone() throws IOException {
    StoredObject gone = store(bytes(10, 13));
    StoredObject kept = store(bytes(10, 14));
    storage.delete(gone.location());
    assertThatThrownBy(() -> storage.open(gone.location())).isInstanceOf(NoSuchFileException.class);
    assertThat(locationsSince(Instant.EPOCH)).containsExactly(kept.location());
  }

  @Test
  void deletingWhatIsGoneIsNoError() throws IOException {
    StoredObject stored = store(bytes(10, 15));
    storage.delete(stored.location());
    storage.delete(stored.location());
    assertThat(locationsSince(Instant.EPOCH)).isEmpty();
  }

  @Test
  void severalObjectsAreDeletedAtOnce() throws IOException {
    List<String> locations = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      locations.add(store(bytes(10, i)).location());
    }
    storage.delete(locations.subList(0, 9));
    assertThat(locationsSince(Instant.EPOCH)).containsExactly(locations.get(9));
    assertThat(store(bytes(10, 16)).length()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "..",
        "../lock",
        "/etc/passwd",
        "a/../../b",
        "x\u0000y",
        "no-such-object"
      })
  void whatWasNeverGivenOutAsALocationIsNotFound(String location) {
    assertThatThrownBy(() -> storage.open(location).close())
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void thereIsRoom() throws IOException {
    assertThat(storage.usableBytes()).isPositive();
  }

  @Test
  void concurrentUploadsDoNotMix() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<StoredObject>> uploads =
          IntStream.range(0, 64).mapToObj(i -> (Callable<StoredObject>) () -> slowly(i)).toList();
      List<Future<StoredObject>> stored = threads.invokeAll(uploads);
      for (int i = 0; i < stored.size(); i++) {
        assertThat(read(stored.get(i).get().location())).isEqualTo(bytes(30_000 + i, i));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(locationsSince(Instant.EPOCH)).hasSize(64).doesNotHaveDuplicates();
  }

  private StoredObject slowly(int seed) throws IOException {
    byte[] bytes = bytes(30_000 + seed, seed);
    try (StorageUpload upload = storage.begin(UID)) {
      for (int from = 0; from < bytes.length; from += 1000) {
        upload.write(ByteBuffer.wrap(bytes, from, Math.min(1000, bytes.length - from)));
      }
      return upload.commit();
    }
  }

  private void reopen() throws Exception {
    storage.close();
    storage = open();
  }

  private List<String> locationsSince(Instant instant) throws IOException {
    try (Stream<StoredObject> objects = storage.committedSince(instant)) {
      return objects.map(StoredObject::location).toList();
    }
  }

  private static byte[] readRest(ObjectChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - channel.position()));
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      Thread.onSpinWait();
    }
    return java.util.Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
