package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;

/** A directory of DICOM files, whatever their names. Keys of instances are paths below it. */
final class DcmDir implements Endpoint {
  private static final Capabilities READS =
      Capabilities.none()
          .gets(Finder.LEVELS, EnumSet.of(View.TAGS, View.FILE))
          .finds(QuerySupport.all(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE))
          .and(Operation.EXISTS);

  private static final Capabilities WRITES =
      READS.puts(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE).and(Operation.DELETE);

  private final Path root;
  private final ObjectFiles files;
  private final Finder finder;
  private final FoundDixels dixels;
  private final Optional<Deposit> deposit;

  /**
   * Serves a directory.
   *
   * @param deposit takes what is put; empty when the directory is only read
   */
  DcmDir(ObjectFiles files, Layout layout, Optional<Deposit> deposit) {
    this.root = files.root();
    this.files = files;
    this.finder = new Finder(files, layout);
    this.dixels = new FoundDixels(root);
    this.deposit = deposit;
  }

  @Override
  public Capabilities capabilities() {
    return deposit.isPresent() ? WRITES : READS;
  }

  @Override
  public String check() throws EndpointException {
    if (deposit.isEmpty() && Files.isReadable(root)) {
      return "directory " + root + " can be read";
    }
    return checkWritable(root);
  }

  /** Whether files can be put there. */
  static String checkWritable(Path root) throws EndpointException {
    if (!Files.isReadable(root) || !Files.isWritable(root)) {
      throw new EndpointException(
          Reason.UNAVAILABLE, "directory " + root + " is not there to be read and written");
    }
    try {
      long free = Files.getFileStore(root).getUsableSpace();
      return "directory " + root + " can be read and written, " + (free >> 20) + " MiB are free";
    } catch (IOException e) {
      throw failed(root, e);
    }
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    if (deposit.isEmpty()) {
      return Endpoint.super.put(dixel);
    }
    return deposit.get().put(dixel);
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!READS.views().containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "of the views " + views + " only tags and file can be given here");
    }
    try {
      List<Location> found =
          reference.level() == DicomLevel.INSTANCE
              ? finder.one(reference).stream().map(ObjectFile::location).toList()
              : finder.all(reference);
      if (found.isEmpty()) {
        throw new EndpointException(Reason.NOT_FOUND, reference + " is not in " + root);
      }
      return dixels.of(reference, found);
    } catch (IOException | UncheckedIOException e) {
      throw failed(root, e);
    }
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    READS.queries().check(query);
    Search search = new Search(query, sink);
    try {
      files.visit(file -> search.take(file.header(), file.location().key(root)));
    } catch (IOException e) {
      throw failed(root, e);
    }
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    try {
      return finder.one(reference).isPresent();
    } catch (IOException e) {
      throw failed(root, e);
    }
  }

  /** Removes copies under other names as well. */
  @Override
  public void delete(Reference reference) throws EndpointException {
    if (deposit.isEmpty()) {
      Endpoint.super.delete(reference);
      return;
    }
    try {
      deposit.get().remove(finder.all(reference));
    } catch (IOException e) {
      throw failed(root, e);
    }
  }

  /** Names of files are not told, as they may be patients'. */
  static EndpointException failed(Path root, Exception fault) {
    Throwable e = fault instanceof UncheckedIOException ? fault.getCause() : fault;
    String problem =
        e instanceof FileSystemException file
            ? e.getClass().getSimpleName()
                + Optional.ofNullable(file.getReason()).map(reason -> ", " + reason).orElse("")
            : String.valueOf(e.getMessage());
    return new EndpointException(Reason.FAILED, "directory " + root + ": " + problem, fault);
  }

  @Override
  public void close() {
    deposit.ifPresent(Deposit::close);
  }
}
