package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * Finds the objects below a directory. Files that hold none are passed over, and so is what cannot
 * be read; links are not followed, as they may lead out of the directory.
 */
final class ObjectFiles {

  /** Takes objects; returns false to stop. */
  @FunctionalInterface
  interface Visitor {
    boolean visit(ObjectFile file) throws EndpointException;
  }

  private final Path root;

  ObjectFiles(Path root) {
    this.root = root;
  }

  /**
   * Visits all objects, in no order.
   *
   * @throws EndpointException what the visitor throws, and FAILED when the thread is interrupted
   */
  void visit(Visitor visitor) throws EndpointException, IOException {
    Walk walk = new Walk(visitor);
    Files.walkFileTree(root, walk);
    if (walk.unreadable > 0) {
      DcmDirLogger.LOG.unreadable(walk.unreadable, root);
    }
    if (walk.fault.isPresent()) {
      throw walk.fault.get();
    }
  }

  /**
   * The object of a key, which is a path below the directory.
   *
   * @throws EndpointException REFUSED when it leads out of the directory
   */
  Optional<ObjectFile> find(String key) throws EndpointException, IOException {
    try {
      Path file = root.resolve(key).normalize();
      if (!file.startsWith(root)
          || file.startsWith(root.resolve(ObjectWriter.INCOMING))
          || !file.toRealPath().startsWith(root.toRealPath())) {
        throw new EndpointException(Reason.REFUSED, "the key leads out of the directory");
      }
      return read(file);
    } catch (InvalidPathException e) {
      throw new EndpointException(Reason.REFUSED, "the key is no path", e);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  /** The object in a file, if it holds one. */
  static Optional<ObjectFile> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Optional<DataSet> header = Headers.read(file);
    return header.map(known -> new ObjectFile(file, known));
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Visitor visitor;
    private long unreadable;
    private Optional<EndpointException> fault = Optional.empty();

    Walk(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(root.resolve(ObjectWriter.INCOMING))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!attributes.isRegularFile()) {
        return FileVisitResult.CONTINUE;
      }
      try {
        Optional<ObjectFile> object = read(file);
        if (Thread.currentThread().isInterrupted()) {
          throw new EndpointException(Reason.FAILED, "the search was interrupted");
        }
        return object.isEmpty() || visitor.visit(object.get())
            ? FileVisitResult.CONTINUE
            : FileVisitResult.TERMINATE;
      } catch (EndpointException e) {
        fault = Optional.of(e);
        return FileVisitResult.TERMINATE;
      } catch (IOException e) {
        return visitFileFailed(file, e);
      }
    }

    /** What has gone meanwhile is none that cannot be read. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (!(e instanceof NoSuchFileException)) {
        unreadable++;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
    }
  }
}
