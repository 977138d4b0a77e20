package org.lucina.storage.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ProviderException;
import org.lucina.spi.storage.StorageFullException;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;
import org.lucina.spi.testing.LocalContext;

/** What the filesystem storage does beyond the contract. */
class FilesystemStorageTest {
  private static final Instant NOW = Instant.parse("2026-11-24T22:10:31Z");

  @TempDir Path root;

  @Test
  void objectsLieInFoldersByTheMinuteOfTheirCommit() throws IOException {
    try (FilesystemStorage storage = at(NOW)) {
      assertThat(store(storage).location()).startsWith("2026/11/24/22/10/").endsWith(".dcm");
    }
  }

  @Test
  void foldersNeverGoBackWhenTheClockDoes() throws IOException {
    try (FilesystemStorage storage = at(NOW)) {
      store(storage);
    }
    try (FilesystemStorage storage = at(NOW.minusSeconds(86_400))) {
      assertThat(store(storage).location()).startsWith("2026/11/24/22/10/");
      assertThat(locations(storage, NOW)).hasSize(2);
    }
  }

  @Test
  void foldersBeforeTheInstantAreNotRead() throws IOException {
    String old;
    try (FilesystemStorage storage = at(NOW)) {
      old = store(storage).location();
    }
    try (FilesystemStorage storage = at(NOW.plusSeconds(3600))) {
      String young = store(storage).location();
      assertThat(locations(storage, NOW.plusSeconds(600))).containsExactly(young);
      assertThat(locations(storage, NOW)).containsExactly(old, young);
    }
  }

  @Test
  void emptyFoldersOfThePastAreRemovedWithTheirLastObject() throws IOException {
    try (FilesystemStorage storage = at(NOW)) {
      store(storage);
    }
    try (FilesystemStorage storage = at(NOW.plusSeconds(86_400))) {
      String old = locations(storage, Instant.EPOCH).get(0);
      store(storage);
      storage.delete(old);
      assertThat(root.resolve("objects/2026/11/24")).doesNotExist();
      assertThat(root.resolve("objects/2026/11/25")).exists();
    }
  }

  @Test
  void thePresentFolderStaysThoughItIsEmpty() throws IOException {
    try (FilesystemStorage storage = at(NOW)) {
      storage.delete(store(storage).location());
      assertThat(store(storage).location()).startsWith("2026/11/24/22/10/");
    }
  }

  @Test
  void unfinishedFilesOfAnEarlierRunAreRemoved() throws IOException {
    Files.createDirectories(root.resolve("incoming"));
    Files.writeString(root.resolve("incoming/left.part"), "left");
    at(NOW).close();
    assertThat(root.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void strangeFilesAreNotListed() throws IOException {
    try (FilesystemStorage storage = at(NOW)) {
      Path folder = root.resolve("objects").resolve(store(storage).location()).getParent();
      Files.writeString(folder.resolve("notes.txt"), "strange");
      assertThat(locations(storage, Instant.EPOCH)).hasSize(1);
    }
  }

  @Test
  void aFolderBelongsToOneStorage() throws IOException {
    try (FilesystemStorage storage = at(NOW)) {
      assertThatThrownBy(() -> at(NOW)).hasMessageContaining("in use");
      assertThat(store(storage).length()).isEqualTo(4);
    }
    at(NOW).close();
  }

  @Test
  void nothingIsBegunWhenLessThanTheReserveIsLeft() throws IOException {
    try (FilesystemStorage storage =
        FilesystemStorage.open(root, Long.MAX_VALUE, Clock.systemUTC())) {
      assertThat(storage.usableBytes()).isZero();
      assertThatThrownBy(() -> storage.begin("2.25.1")).isInstanceOf(StorageFullException.class);
      assertThat(root.resolve("incoming")).isEmptyDirectory();
    }
  }

  @Test
  void aFolderThatWasTakenAwayCannotBeWritten() throws IOException {
    try (FilesystemStorage storage = at(NOW)) {
      Files.delete(root.resolve("incoming"));
      assertThatThrownBy(() -> storage.begin("2.25.1"))
          .isInstanceOf(StorageFullException.class)
          .hasMessageContaining("cannot be written");
    }
  }

  @Test
  void aCommitThatFailsLeavesNothing() throws IOException {
    try (FilesystemStorage storage = at(NOW)) {
      try (StorageUpload upload = storage.begin("2.25.1")) {
        upload.write(ByteBuffer.wrap(new byte[10]));
        Files.delete(root.resolve("objects"));
        Files.writeString(root.resolve("objects"), "in the way");
        assertThatThrownBy(() -> upload.commit()).isInstanceOf(StorageFullException.class);
      }
      assertThat(root.resolve("incoming")).isEmptyDirectory();
    }
  }

  /** The device /dev/full answers every write like a full disk: ENOSPC. */
  @Test
  void aFullDiskIsToldAndLeavesNothing() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full on this platform");
    try (FilesystemStorage storage = at(NOW);
        FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
      Path file = Files.createFile(root.resolve("incoming/x.part"));
      try (StorageUpload upload =
          new FilesystemUpload(storage, file, channel, new WriteBuffers())) {
        assertThatThrownBy(() -> upload.write(ByteBuffer.allocate(1 << 20)))
            .isInstanceOf(StorageFullException.class);
      }
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void concurrentCommitsShareTheSyncOfTheirFolder() throws Exception {
    FolderSync sync = new FolderSync(true);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Void>> syncs =
          threads.invokeAll(
              Collections.nCopies(
                  200,
                  () -> {
                    sync.sync(root);
                    return null;
                  }));
      for (Future<Void> done : syncs) {
        assertThat(done.get()).isNull();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(sync.performed()).isBetween(1L, 200L);
    Path absent = root.resolve("absent");
    assertThatThrownBy(() -> sync.sync(absent)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aLinkInPlaceOfAnObjectIsNotFollowed() throws IOException {
    try (FilesystemStorage storage = at(NOW)) {
      String location = store(storage).location();
      Path file = root.resolve("objects").resolve(location);
      Files.delete(file);
      Files.createSymbolicLink(file, Files.writeString(root.resolve("secret"), "secret"));
      assertThatThrownBy(() -> storage.open(location).close()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void nothingIsFoundOutsideItsFolder() throws IOException {
    try (FilesystemStorage storage = at(NOW)) {
      for (String location :
          List.of("2026/11/24/22/10/../../../../../../lock", "2026/11/24/22/10/x.dcm")) {
        assertThatThrownBy(() -> storage.open(location)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> storage.delete(location)).isInstanceOf(NoSuchFileException.class);
      }
    }
  }

  @Test
  void propertiesAreChecked() throws ConfigException {
    FilesystemStorageProvider provider = new FilesystemStorageProvider();
    assertThatThrownBy(() -> provider.configSpec().check(Map.of("min-free-bytes", "much")))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "property 'path' is missing; property 'min-free-bytes': value 'much' is no integer");
    var relative = provider.configSpec().check(Map.of("path", "relative"));
    assertThatThrownBy(() -> provider.create("x", relative, new LocalContext()))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("not absolute");
  }

  private FilesystemStorage at(Instant now) throws IOException {
    return FilesystemStorage.open(root, 0, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static StoredObject store(FilesystemStorage storage) throws IOException {
    try (StorageUpload upload = storage.begin("2.25.1")) {
      upload.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
      return upload.commit();
    }
  }

  private static List<String> locations(FilesystemStorage storage, Instant since)
      throws IOException {
    try (Stream<StoredObject> objects = storage.committedSince(since)) {
      return objects.map(StoredObject::location).toList();
    }
  }
}
