package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Parts;

/** Puts dixels into a directory and takes them out again. */
final class Deposit implements AutoCloseable {
  static final String SUFFIX = ".dcm";

  private final Path root;
  private final Layout layout;
  private final ObjectWriter writer;
  private final StudyArchives archives;
  private final boolean archiving;

  /**
   * Puts into the directory of a writer.
   *
   * @param archiving whether a study becomes one zip archive
   */
  Deposit(Path root, Layout layout, ObjectWriter writer, boolean archiving) {
    this.root = root;
    this.layout = layout;
    this.writer = writer;
    this.archives = new StudyArchives(root, writer);
    this.archiving = archiving;
  }

  Reference put(Dixel dixel) throws EndpointException {
    if (dixel.level() == DicomLevel.INSTANCE) {
      return putInstance(dixel);
    }
    if (archiving && dixel.level() == DicomLevel.STUDY) {
      return archives.put(dixel);
    }
    Parts.each(dixel, DicomLevel.INSTANCE, this::putInstance);
    return dixel.reference();
  }

  private Reference putInstance(Dixel dixel) throws EndpointException {
    try {
      return settle(dixel);
    } catch (IOException | UncheckedIOException e) {
      throw DcmDir.failed(root, e);
    }
  }

  private Reference settle(Dixel dixel) throws EndpointException, IOException {
    Path received = writer.receive(file(dixel));
    try {
      Reference put = identify(received);
      Path place = place(put);
      writer.settle(received, place);
      return put.withKey(root.relativize(place).toString());
    } finally {
      Files.deleteIfExists(received);
    }
  }

  private Path place(Reference put) throws EndpointException {
    return layout
        .place(put, SUFFIX)
        .map(root::resolve)
        .orElseThrow(
            () -> new EndpointException(Reason.REFUSED, "a UID of the object is malformed"));
  }

  /** The file that an instance must come with. */
  static Content file(Dixel dixel) throws EndpointException, IOException {
    return dixel
        .file()
        .orElseThrow(() -> new EndpointException(Reason.REFUSED, dixel + " comes without a file"));
  }

  /** What a received file says it is. */
  static Reference identify(Path received) throws EndpointException, IOException {
    return Headers.read(() -> Files.newInputStream(received))
        .flatMap(header -> Reference.of(DicomLevel.INSTANCE, header))
        .orElseThrow(
            () ->
                new EndpointException(Reason.REFUSED, "the file is no DICOM object with its UIDs"));
  }

  /** Removes objects, from archives as well. */
  void remove(List<Location> locations) throws IOException {
    for (Location location : locations) {
      if (location instanceof Location.Plain) {
        writer.remove(location.file());
      }
    }
    archives.remove(locations);
  }

  @Override
  public void close() {
    writer.close();
  }
}
