package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** One pass over the files of a directory. */
final class Walk extends SimpleFileVisitor<Path> {
  private final ObjectFiles files;
  private final ObjectFiles.Visitor visitor;
  private long unreadable;
  private Optional<EndpointException> fault = Optional.empty();

  Walk(ObjectFiles files, ObjectFiles.Visitor visitor) {
    this.files = files;
    this.visitor = visitor;
  }

  /** Tells what was passed over, and throws what made the pass end early. */
  void end() throws EndpointException {
    if (unreadable > 0) {
      DcmDirLogger.LOG.unreadable(unreadable, files.root());
    }
    if (fault.isPresent()) {
      throw fault.get();
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    Path root = files.root();
    boolean enter =
        folder.equals(root)
            || !folder.equals(root.resolve(ObjectWriter.INCOMING))
                && files.scope().enters(root.relativize(folder));
    return enter ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!attributes.isRegularFile()) {
      return FileVisitResult.CONTINUE;
    }
    try {
      checkInterrupt();
      return files.visit(file, this::take) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    } catch (EndpointException e) {
      fault = Optional.of(e);
      return FileVisitResult.TERMINATE;
    } catch (IOException e) {
      return visitFileFailed(file, e);
    }
  }

  private boolean take(ObjectFile object) throws EndpointException {
    checkInterrupt();
    return visitor.visit(object);
  }

  private static void checkInterrupt() throws EndpointException {
    if (Thread.currentThread().isInterrupted()) {
      throw new EndpointException(Reason.FAILED, "the search was interrupted");
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
