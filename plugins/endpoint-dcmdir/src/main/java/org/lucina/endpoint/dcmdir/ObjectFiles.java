package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * Finds the objects below a directory. Files that hold none are passed over, and so is what cannot
 * be read; links are not followed, as they may lead out of the directory.
 *
 * @param root the directory
 * @param scope which of its folders are searched
 * @param archives whether zip archives are searched
 * @param mostInflated bytes that an object in an archive may inflate to
 */
record ObjectFiles(Path root, Scope scope, boolean archives, long mostInflated) {

  /** Takes objects; returns false to stop. */
  @FunctionalInterface
  interface Visitor {
    boolean visit(ObjectFile file) throws EndpointException;
  }

  /**
   * Visits all objects, in no order.
   *
   * @throws EndpointException what the visitor throws, and FAILED when the thread is interrupted
   */
  void visit(Visitor visitor) throws EndpointException, IOException {
    Walk walk = new Walk(this, visitor);
    Files.walkFileTree(root, walk);
    walk.end();
  }

  /**
   * Visits the objects of one file.
   *
   * @return false when the visitor wants no more
   */
  boolean visit(Path file, Visitor visitor) throws EndpointException, IOException {
    Optional<ObjectFile> object = read(new Location.Plain(file));
    if (object.isPresent()) {
      return visitor.visit(object.get());
    }
    return !archives || !ZipArchive.is(file) || ZipArchive.visit(file, mostInflated, visitor);
  }

  /**
   * The object of a key, which is a path below the directory, and for an object in an archive the
   * name of its entry.
   *
   * @throws EndpointException REFUSED when it leads out of the directory
   */
  Optional<ObjectFile> find(String key) throws EndpointException, IOException {
    int end = key.indexOf(Location.IN_ARCHIVE);
    if (end < 0 || !archives) {
      Optional<Path> file = file(key);
      return file.isEmpty() ? Optional.empty() : read(new Location.Plain(file.get()));
    }
    Optional<Path> archive = file(key.substring(0, end));
    return archive.isEmpty()
        ? Optional.empty()
        : inArchive(archive.get(), key.substring(end + Location.IN_ARCHIVE.length()));
  }

  /** The object in an entry of an archive, if there is one. */
  Optional<ObjectFile> inArchive(Path archive, String entry) throws IOException {
    return Files.isRegularFile(archive) && ZipArchive.is(archive)
        ? read(new Location.Zipped(archive, entry, mostInflated))
        : Optional.empty();
  }

  private Optional<Path> file(String path) throws EndpointException, IOException {
    try {
      Path file = root.resolve(path).normalize();
      if (!file.startsWith(root)
          || file.startsWith(root.resolve(ObjectWriter.INCOMING))
          || !file.toRealPath().startsWith(root.toRealPath())) {
        throw new EndpointException(Reason.REFUSED, "the key leads out of the directory");
      }
      return Optional.of(file).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      throw new EndpointException(Reason.REFUSED, "the key is no path", e);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  /** The object at a place, if there is one. */
  static Optional<ObjectFile> read(Location location) throws IOException {
    if (!Files.isRegularFile(location.file())) {
      return Optional.empty();
    }
    return Headers.read(location::openHead).map(header -> new ObjectFile(location, header));
  }
}
