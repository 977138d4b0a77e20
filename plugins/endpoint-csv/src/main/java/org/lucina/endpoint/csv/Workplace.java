package org.lucina.endpoint.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lucina.spi.storage.Folder;
import org.lucina.spi.storage.FolderLock;

/**
 * A hidden folder beside the file: it keeps other endpoints away, takes a file that is written
 * anew, and tells after a crash that there was one.
 */
final class Workplace implements AutoCloseable {
  private final Path folder;
  private final Path open;
  private final FolderLock lock;
  private final boolean afterCrash;

  private Workplace(Path folder, FolderLock lock) throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.open = folder.resolve("open");
    this.afterCrash = Files.exists(open);
    Files.deleteIfExists(rewritten());
  }

  static Workplace of(Path file) throws IOException {
    Path folder =
        Files.createDirectories(file.resolveSibling("." + file.getFileName() + ".lucina"));
    FolderLock lock = FolderLock.take(folder);
    try {
      return new Workplace(folder, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Whether the last one that wrote the file did not close it. */
  boolean afterCrash() {
    return afterCrash;
  }

  /** From now on what is unfinished is ours. */
  void begin() throws IOException {
    if (!afterCrash) {
      Files.createFile(open);
      Folder.sync(folder);
    }
  }

  /** Where the file is written anew. */
  Path rewritten() {
    return folder.resolve("rewritten");
  }

  /** Nothing is unfinished. */
  void end() throws IOException {
    Files.deleteIfExists(open);
  }

  @Override
  public void close() {
    lock.close();
  }
}
