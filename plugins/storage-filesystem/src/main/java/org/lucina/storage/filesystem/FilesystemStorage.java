package org.lucina.storage.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lucina.spi.storage.FileObjectChannel;
import org.lucina.spi.storage.FolderLock;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageFullException;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;

/**
 * Keeps objects as files, in folders by the minute (UTC) in which they were committed.
 *
 * <p>Objects are written to {@code incoming}, made durable there, and moved to {@code
 * objects/yyyy/MM/dd/HH/mm} as their commit. Folders by time let concurrent commits share the fsync
 * of their folder, and let those since an instant be listed without reading the rest.
 */
final class FilesystemStorage implements Storage {
  private final Path incoming;
  private final Path objects;
  private final FolderLock lock;
  private final FileStore store;
  private final long minFree;
  private final Buckets buckets;
  private final FolderSync sync;
  private final WriteBuffers buffers = new WriteBuffers();
  private volatile boolean closed;

  private FilesystemStorage(Path root, FolderLock lock, long minFree, Clock clock)
      throws IOException {
    this.incoming = root.resolve("incoming");
    this.objects = root.resolve("objects");
    this.lock = lock;
    this.minFree = minFree;
    this.store = Files.getFileStore(root);
    this.sync = new FolderSync(store.supportsFileAttributeView("posix"));
    Files.createDirectories(incoming);
    Files.createDirectories(objects);
    sync.sync(root);
    this.buckets = new Buckets(objects, clock);
  }

  /**
   * Opens a folder, made when absent, and removes what an earlier run has left unfinished.
   *
   * @param minFree bytes of the file system that stay free
   * @throws IOException when it cannot be used, or is in use
   */
  static FilesystemStorage open(Path root, long minFree, Clock clock) throws IOException {
    Files.createDirectories(root);
    FolderLock lock = FolderLock.take(root);
    try {
      FilesystemStorage storage = new FilesystemStorage(root, lock, minFree, clock);
      storage.removeUnfinished();
      return storage;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public StorageUpload begin(String sopInstanceUid) throws IOException {
    requireRoom(0);
    Path file = incoming.resolve(UUID.randomUUID() + ".part");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new FilesystemUpload(this, file, channel, buffers);
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  @Override
  public ObjectChannel open(String location) throws IOException {
    return FileObjectChannel.of(
        FileChannel.open(
            resolve(location), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
  }

  @Override
  public void delete(String location) throws IOException {
    delete(List.of(location));
  }

  @Override
  public void delete(Collection<String> locations) throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    for (String location : locations) {
      Path file = resolve(location);
      if (Files.deleteIfExists(file)) {
        folders.add(file.getParent());
      }
    }
    Set<Path> changed = new LinkedHashSet<>();
    for (Path folder : folders) {
      changed.add(buckets.removeEmpty(folder));
    }
    for (Path folder : changed) {
      sync.sync(folder);
    }
  }

  @Override
  public Stream<StoredObject> committedSince(Instant instant) throws IOException {
    return buckets.since(instant);
  }

  @Override
  public long usableBytes() throws IOException {
    return Math.max(0, store.getUsableSpace() - minFree);
  }

  /** Moves a durable file to its place and makes that durable. */
  StoredObject publish(Path file, long length) throws IOException {
    requireOpen();
    String name = file.getFileName().toString().replace(".part", ".dcm");
    Path folder = buckets.current(sync);
    Path target = folder.resolve(name);
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException emptiedJustNow) {
      folder = buckets.current(sync);
      target = folder.resolve(name);
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      sync.sync(folder);
      Instant committed = Files.getLastModifiedTime(target).toInstant();
      return new StoredObject(buckets.location(target), length, committed);
    } catch (IOException e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }

  /** Refuses to go on when fewer bytes than wanted are left. */
  void requireRoom(long wanted) throws IOException {
    requireOpen();
    long usable = store.getUsableSpace();
    if (usable - wanted < minFree) {
      throw new StorageFullException(
          "file system of "
              + objects
              + " is full: "
              + usable
              + " bytes are left, "
              + minFree
              + " of them are to stay free",
          null);
    }
  }

  /** Tells that the folder cannot be written, whatever the reason. */
  StorageFullException notWritable(IOException cause) {
    return cause instanceof StorageFullException full
        ? full
        : new StorageFullException(objects + " cannot be written: " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    closed = true;
    lock.close();
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("storage at " + objects + " is closed");
    }
  }

  private Path resolve(String location) throws NoSuchFileException {
    if (!Buckets.isLocation(location)) {
      throw new NoSuchFileException(location);
    }
    return objects.resolve(location);
  }

  private void removeUnfinished() throws IOException {
    int removed = 0;
    try (Stream<Path> files = Files.list(incoming)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        try {
          Files.delete(file);
          removed++;
        } catch (IOException e) {
          FilesystemLogger.LOG.notRemoved(file, e);
        }
      }
    }
    if (removed > 0) {
      FilesystemLogger.LOG.removedUnfinished(removed, incoming);
    }
  }
}
