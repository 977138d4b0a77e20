package org.lucina.observer.directory;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Hears of changes to a folder and all below it, links not followed. For one thread. */
final class FolderWatch implements AutoCloseable {

  /** Is told of files that are there, with their attributes as they are now. */
  @FunctionalInterface
  interface Found {
    void file(Path path, BasicFileAttributes attributes);
  }

  private final Path root;
  private final Names names;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private int unreadable;
  private boolean refused;

  private FolderWatch(Path root, Names names) throws IOException {
    this.root = root;
    this.names = names;
    this.service = root.getFileSystem().newWatchService();
  }

  /** Begins to hear of changes to a folder; those below it are found by {@link #scan}. */
  static FolderWatch of(Path root, Names names) throws IOException {
    return new FolderWatch(root, names);
  }

  /** Watches all folders that are not watched yet, and tells all files that are there. */
  void scan(Found found) throws IOException {
    int before = unreadable;
    unreadable = 0;
    scan(root, found);
    if (unreadable > before) {
      DirectoryLogger.LOG.unreadable(unreadable - before, root);
    }
  }

  private void scan(Path folder, Found found) throws IOException {
    Files.walkFileTree(folder, new Walk(found));
  }

  /**
   * Waits for changes.
   *
   * @param patience how long at most
   * @return paths that something happened to; files in new folders are told as well
   * @throws OverflowException when not all can be told
   */
  Set<Path> changes(Duration patience) throws IOException, InterruptedException, OverflowException {
    Set<Path> changed = new LinkedHashSet<>();
    WatchKey key = service.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null) {
      take(key, changed);
      key = service.poll();
    }
    return changed;
  }

  private void take(WatchKey key, Set<Path> changed) throws IOException, OverflowException {
    Path folder = folders.get(key);
    boolean overflow = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == StandardWatchEventKinds.OVERFLOW || folder == null) {
        overflow |= event.kind() == StandardWatchEventKinds.OVERFLOW;
      } else {
        take(event, folder.resolve((Path) event.context()), changed);
      }
    }
    if (!key.reset()) {
      folders.remove(key);
    }
    if (overflow) {
      throw new OverflowException();
    }
  }

  private void take(WatchEvent<?> event, Path path, Set<Path> changed) throws IOException {
    if (names.isIgnored(path)) {
      return;
    }
    if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE) {
      scan(path, (file, attributes) -> changed.add(file));
    }
    changed.add(path);
  }

  private void watch(Path folder) throws IOException {
    try {
      WatchKey key =
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
      folders.put(key, folder);
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (IOException e) {
      if (!refused) {
        refused = true;
        boolean named = e instanceof FileSystemException; // its message tells a name
        DirectoryLogger.LOG.unwatched(root, named ? e.getClass().getSimpleName() : e.getMessage());
      }
    }
  }

  /** Not all changes were told: what is there must be looked through. */
  static final class OverflowException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }

  /** Watches a folder before it is read: what comes meanwhile is told twice rather than never. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Found found;

    Walk(Found found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (names.isIgnored(folder) && !folder.equals(root)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      try {
        watch(folder);
      } catch (NoSuchFileException gone) {
        return visitFileFailed(folder, gone);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !names.isIgnored(file)) {
        found.file(file, attributes);
      }
      return Thread.currentThread().isInterrupted()
          ? FileVisitResult.TERMINATE
          : FileVisitResult.CONTINUE;
    }

    /** What has gone meanwhile is none that cannot be read; the root itself must be there. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(root)) {
        throw e;
      }
      if (!(e instanceof NoSuchFileException)) {
        unreadable++;
      }
      return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
    }
  }
}
