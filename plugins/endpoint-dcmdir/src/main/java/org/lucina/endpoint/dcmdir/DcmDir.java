package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.Content;
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

/**
 * A directory of DICOM files. Searches read the head of every file below it, whatever its name;
 * files that are no DICOM objects are passed over.
 */
final class DcmDir implements Endpoint {
  private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

  private static final Set<DicomLevel> LEVELS =
      EnumSet.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE);

  private static final Capabilities CAPABILITIES =
      Capabilities.none()
          .puts(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)
          .gets(LEVELS, EnumSet.of(View.TAGS, View.FILE))
          .finds(QuerySupport.all(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE))
          .and(Operation.EXISTS, Operation.DELETE);

  /** Takes objects; returns false to stop. */
  @FunctionalInterface
  private interface Visitor {
    boolean visit(Path file, DataSet header) throws EndpointException, IOException;
  }

  private final Path root;
  private final Layout layout;
  private final ObjectWriter writer;

  private DcmDir(Path root, Layout layout, ObjectWriter writer) {
    this.root = root;
    this.layout = layout;
    this.writer = writer;
  }

  static DcmDir open(Path root, Layout layout) throws IOException {
    return new DcmDir(root, layout, ObjectWriter.in(root));
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    if (!Files.isReadable(root) || !Files.isWritable(root)) {
      throw new EndpointException(
          Reason.UNAVAILABLE, "directory " + root + " is not there to be read and written");
    }
    try {
      long free = Files.getFileStore(root).getUsableSpace();
      return "directory " + root + " can be read and written, " + (free >> 20) + " MiB are free";
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    try {
      if (dixel.level() != DicomLevel.INSTANCE) {
        try (Stream<Dixel> parts = dixel.children()) {
          for (Iterator<Dixel> each = parts.iterator(); each.hasNext(); ) {
            put(each.next());
          }
        }
        return dixel.reference();
      }
      Content file =
          dixel
              .file()
              .orElseThrow(
                  () -> new EndpointException(Reason.REFUSED, dixel + " comes without a file"));
      return settle(writer.receive(file));
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
  }

  /** UIDs become names of files, so they are looked at: a name could lead out of the directory. */
  private Reference settle(Path received) throws IOException, EndpointException {
    try {
      Optional<DataSet> header = Headers.read(received);
      if (header.isEmpty()) {
        throw new EndpointException(Reason.REFUSED, "the file is no DICOM object with its UIDs");
      }
      Reference put = Reference.of(DicomLevel.INSTANCE, header.get()).orElseThrow();
      Path place =
          root.resolve(
              layout.place(safe(put.studyUid()), safe(put.seriesUid()), safe(put.instanceUid())));
      writer.settle(received, place);
      return put.withKey(root.relativize(place).toString());
    } finally {
      Files.deleteIfExists(received);
    }
  }

  private static String safe(Optional<String> uid) throws EndpointException {
    return uid.filter(DcmDir::isSafe)
        .orElseThrow(
            () -> new EndpointException(Reason.REFUSED, "a UID of the object is malformed"));
  }

  private static boolean isSafe(String uid) {
    return UID.matcher(uid).matches() && !uid.contains("..");
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!CAPABILITIES.views().containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "of the views " + views + " only tags and file can be given here");
    }
    List<Path> files = files(reference);
    if (files.isEmpty()) {
      throw new EndpointException(Reason.NOT_FOUND, reference + " is not in " + root);
    }
    if (reference.level() == DicomLevel.INSTANCE) {
      return instance(reference, files.get(0));
    }
    return Dixel.of(reference)
        .tags(() -> header(files.get(0)))
        .children(() -> parts(files, reference.level().below().orElseThrow()))
        .build();
  }

  private Dixel instance(Reference reference, Path file) throws EndpointException {
    try {
      return Dixel.of(reference).tags(() -> header(file)).file(Content.of(file)).build();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Groups files by what they belong to; heads are read again so that none need be held. */
  private Stream<Dixel> parts(List<Path> files, DicomLevel level) throws IOException {
    List<Reference> parts = new ArrayList<>();
    for (Path file : files) {
      Reference part = Reference.of(level, header(file)).orElseThrow();
      if (level == DicomLevel.INSTANCE) {
        parts.add(part.withKey(root.relativize(file).toString()));
      } else if (!parts.contains(part)) {
        parts.add(part);
      }
    }
    return parts.stream().map(this::part);
  }

  private Dixel part(Reference reference) {
    try {
      return get(reference, EnumSet.of(View.TAGS, View.FILE));
    } catch (EndpointException e) {
      throw new UncheckedIOException(new IOException(e.getMessage(), e));
    }
  }

  private static DataSet header(Path file) throws IOException {
    return Headers.read(file)
        .orElseThrow(() -> new NoSuchFileException(file.toString(), null, "no DICOM object"));
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    CAPABILITIES.queries().check(query);
    Search search = new Search(query, sink);
    visit((file, header) -> search.take(header, root.relativize(file).toString()));
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return !files(reference).isEmpty();
  }

  @Override
  public void delete(Reference reference) throws EndpointException {
    try {
      for (Path file : reference.key().isPresent() ? files(reference) : all(reference)) {
        writer.remove(file);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** The files of a dixel: that of the key, or the one in its place, else those that say so. */
  private List<Path> files(Reference reference) throws EndpointException {
    if (!LEVELS.contains(reference.level())) {
      throw new EndpointException(Reason.UNSUPPORTED, "patients are not kept here");
    }
    if (reference.key().isPresent() && reference.level() == DicomLevel.INSTANCE) {
      return keyed(reference.key().get());
    }
    Optional<Path> placed = placed(reference);
    if (placed.isPresent()) {
      return List.of(placed.get());
    }
    return all(reference);
  }

  /** The object of a key: a path below the directory, and no other file than an object. */
  private List<Path> keyed(String key) throws EndpointException {
    try {
      Path file = root.resolve(key).normalize();
      if (!file.startsWith(root) || file.startsWith(root.resolve(ObjectWriter.INCOMING))) {
        throw new EndpointException(Reason.REFUSED, "the key leads out of the directory");
      }
      return Headers.read(file).isPresent() ? List.of(file) : List.of();
    } catch (InvalidPathException e) {
      throw new EndpointException(Reason.REFUSED, "the key is no path", e);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Every file that says it belongs to a dixel, copies under other names among them. */
  private List<Path> all(Reference reference) throws EndpointException {
    List<Path> found = new ArrayList<>();
    visit(
        (file, header) -> {
          Optional<Reference> own = Reference.of(reference.level(), header);
          if (own.isPresent() && own.get().identifier().equals(reference.identifier())) {
            found.add(file);
          }
          return true;
        });
    return found;
  }

  /** The file that {@link #put} would write, if it is there: no other file need be read then. */
  private Optional<Path> placed(Reference reference) {
    List<Optional<String>> uids =
        List.of(reference.studyUid(), reference.seriesUid(), reference.instanceUid());
    if (!uids.stream().allMatch(uid -> uid.filter(DcmDir::isSafe).isPresent())) {
      return Optional.empty();
    }
    Path place =
        layout.place(
            reference.studyUid().orElseThrow(),
            reference.seriesUid().orElseThrow(),
            reference.instanceUid().orElseThrow());
    return Optional.of(root.resolve(place)).filter(Files::isRegularFile);
  }

  private void visit(Visitor visitor) throws EndpointException {
    Path incoming = root.resolve(ObjectWriter.INCOMING);
    try (Stream<Path> all = Files.walk(root)) {
      Iterator<Path> files =
          all.filter(file -> Files.isRegularFile(file) && !file.startsWith(incoming)).iterator();
      while (files.hasNext()) {
        Path file = files.next();
        Optional<DataSet> header = Headers.read(file);
        if (header.isPresent() && !visitor.visit(file, header.get())) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
  }

  private EndpointException failed(Exception e) {
    return new EndpointException(Reason.FAILED, "directory " + root + ": " + e, e);
  }

  @Override
  public void close() {
    // Nothing is open between calls.
  }
}
