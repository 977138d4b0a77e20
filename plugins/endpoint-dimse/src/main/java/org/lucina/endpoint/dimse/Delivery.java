package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one retrieval has brought, in a folder of its own; thread-safe. */
final class Delivery {
  private final Path folder;
  private final Map<String, Received> instances = new LinkedHashMap<>();
  private long begun;
  private volatile long lastUse = System.nanoTime();

  Delivery(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** A name for a file that comes. */
  synchronized Path next() {
    begun++;
    return folder.resolve(begun + ".dcm");
  }

  /** Has an instance; one that came twice counts once. */
  synchronized void add(Received received) {
    instances.put(received.reference().instanceUid().orElseThrow(), received);
    use();
  }

  /** Instances in the order in which they came. */
  synchronized List<Received> instances() {
    return new ArrayList<>(instances.values());
  }

  /** It is needed yet. */
  void use() {
    lastUse = System.nanoTime();
  }

  /** Whether it was not used for so long. */
  boolean isIdle(long nanos) {
    return System.nanoTime() - lastUse > nanos;
  }

  /** Removes the files; what is being read stays until it is closed. */
  void remove() {
    remove(folder);
  }

  /** Removes a folder with all that is in it. */
  static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Removal());
    } catch (IOException e) {
      DimseLogger.LOG.notRemoved(folder.toString(), e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException fault) throws IOException {
      if (fault != null) {
        throw fault;
      }
      Files.deleteIfExists(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
