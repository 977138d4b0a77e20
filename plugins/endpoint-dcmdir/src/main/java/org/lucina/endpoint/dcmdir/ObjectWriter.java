package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.storage.Folder;
import org.lucina.spi.storage.FolderLock;

/** Writes files so that each is there whole, and for good, or not at all. */
final class ObjectWriter implements AutoCloseable {
  /** Where files are that are not whole yet; searches pass it over. */
  static final String INCOMING = ".incoming";

  private static final String UNFINISHED = ".part";

  private final Path root;
  private final Path incoming;
  private final FolderLock lock;

  /** Files settle side by side; folders are removed while none does. */
  private final ReadWriteLock folders = new ReentrantReadWriteLock();

  private ObjectWriter(Path root, Path incoming, FolderLock lock) {
    this.root = root;
    this.incoming = incoming;
    this.lock = lock;
  }

  /**
   * Makes the directory, and removes what a crash has left of unfinished files.
   *
   * @throws IOException also when another endpoint writes there
   */
  static ObjectWriter in(Path root) throws IOException {
    Path incoming = Files.createDirectories(root.resolve(INCOMING));
    FolderLock lock = FolderLock.take(incoming);
    try (Stream<Path> left = Files.list(incoming)) {
      for (Path file : left.filter(path -> path.toString().endsWith(UNFINISHED)).toList()) {
        Files.deleteIfExists(file);
      }
      return new ObjectWriter(root, incoming, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The name of a new file that is not found yet; one that a crash leaves goes. */
  Path part() {
    return incoming.resolve(UUID.randomUUID() + UNFINISHED);
  }

  /** Copies content to a file of its own that is not found yet. */
  Path receive(Content content) throws IOException {
    Path file = part();
    try (InputStream in = content.open();
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      in.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Gives a received file its place; one that is there with the same bytes stays. */
  void settle(Path received, Path place) throws IOException {
    folders.readLock().lock();
    try {
      if (Files.isRegularFile(place) && Files.mismatch(received, place) < 0) {
        Files.delete(received);
      } else {
        makeFolders(place.getParent());
        Files.move(
            received, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      Folder.sync(place.getParent()); // also where a crash came between a move and its sync
    } finally {
      folders.readLock().unlock();
    }
  }

  /** Removes a file, and the folders above it that become empty. */
  void remove(Path file) throws IOException {
    folders.writeLock().lock();
    try {
      Files.deleteIfExists(file);
      Path folder = file.getParent();
      while (!folder.equals(root) && isEmpty(folder)) {
        Files.deleteIfExists(folder);
        folder = folder.getParent();
      }
      Folder.sync(folder);
    } finally {
      folders.writeLock().unlock();
    }
  }

  private static void makeFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      makeFolders(folder.getParent());
      Files.createDirectories(folder);
      Folder.sync(folder.getParent());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
