package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** A directory of DICOM files, whatever their names. Keys of instances are paths below it. */
final class DcmDir implements Endpoint {
  private static final Set<DicomLevel> LEVELS =
      EnumSet.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE);

  private static final Capabilities CAPABILITIES =
      Capabilities.none()
          .puts(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)
          .gets(LEVELS, EnumSet.of(View.TAGS, View.FILE))
          .finds(QuerySupport.all(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE))
          .and(Operation.EXISTS, Operation.DELETE);

  private final Path root;
  private final Layout layout;
  private final ObjectFiles files;
  private final ObjectWriter writer;

  private DcmDir(Path root, Layout layout, ObjectWriter writer) {
    this.root = root;
    this.layout = layout;
    this.files = new ObjectFiles(root);
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
      Optional<Content> file = dixel.file();
      if (file.isEmpty()) {
        throw new EndpointException(Reason.REFUSED, dixel + " comes without a file");
      }
      return settle(writer.receive(file.get()));
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
  }

  private Reference settle(Path received) throws IOException, EndpointException {
    try {
      Optional<DataSet> header = Headers.read(received);
      if (header.isEmpty()) {
        throw new EndpointException(Reason.REFUSED, "the file is no DICOM object with its UIDs");
      }
      Reference put = Reference.of(DicomLevel.INSTANCE, header.get()).orElseThrow();
      Path place =
          layout
              .place(put)
              .map(root::resolve)
              .orElseThrow(
                  () -> new EndpointException(Reason.REFUSED, "a UID of the object is malformed"));
      writer.settle(received, place);
      return put.withKey(key(place));
    } finally {
      Files.deleteIfExists(received);
    }
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!CAPABILITIES.views().containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "of the views " + views + " only tags and file can be given here");
    }
    try {
      List<Path> found =
          reference.level() == DicomLevel.INSTANCE
              ? one(reference).stream().map(ObjectFile::path).toList()
              : all(reference);
      if (found.isEmpty()) {
        throw new EndpointException(Reason.NOT_FOUND, reference + " is not in " + root);
      }
      return dixel(reference, found);
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
  }

  /** Made of its files, whose heads are read again when asked for, so that none need be held. */
  private Dixel dixel(Reference reference, List<Path> found) {
    Path first = found.get(0);
    Dixel.Builder dixel = Dixel.of(reference).tags(() -> header(first));
    if (reference.level() == DicomLevel.INSTANCE) {
      return dixel.file(Content.of(first)).build();
    }
    return dixel.children(() -> parts(found, reference.level().below().orElseThrow())).build();
  }

  private Stream<Dixel> parts(List<Path> found, DicomLevel level) throws IOException {
    Map<Reference, List<Path>> parts = new LinkedHashMap<>();
    for (Path file : found) {
      Reference part = Reference.of(level, header(file)).orElseThrow();
      parts.computeIfAbsent(part, unknown -> new ArrayList<>()).add(file);
    }
    return parts.entrySet().stream()
        .map(
            part ->
                dixel(
                    level == DicomLevel.INSTANCE
                        ? part.getKey().withKey(key(part.getValue().get(0)))
                        : part.getKey(),
                    part.getValue()));
  }

  private static DataSet header(Path file) throws IOException {
    return Headers.read(file)
        .orElseThrow(() -> new NoSuchFileException(file.toString(), null, "no DICOM object"));
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    CAPABILITIES.queries().check(query);
    Search search = new Search(query, sink);
    try {
      files.visit(file -> search.take(file.header(), key(file.path())));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    try {
      return one(reference).isPresent();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Removes copies under other names as well. */
  @Override
  public void delete(Reference reference) throws EndpointException {
    try {
      for (Path file : all(reference)) {
        writer.remove(file);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** A file of a dixel: that of the key, or the one in its place, else the first that says so. */
  private Optional<ObjectFile> one(Reference reference) throws EndpointException, IOException {
    checkLevel(reference);
    if (hasKey(reference)) {
      return files.find(reference.key().orElseThrow());
    }
    Optional<Path> place = layout.place(reference).map(root::resolve);
    if (place.isPresent()) {
      Optional<ObjectFile> placed = ObjectFiles.read(place.get());
      if (placed.isPresent() && belongs(placed.get(), reference)) {
        return placed;
      }
    }
    List<ObjectFile> found = new ArrayList<>();
    files.visit(file -> !belongs(file, reference) || !found.add(file));
    return found.stream().findFirst();
  }

  /** All files of a dixel, copies among them; that of the key alone, if it has one. */
  private List<Path> all(Reference reference) throws EndpointException, IOException {
    checkLevel(reference);
    if (hasKey(reference)) {
      return one(reference).stream().map(ObjectFile::path).toList();
    }
    List<Path> found = new ArrayList<>();
    files.visit(
        file -> {
          if (belongs(file, reference)) {
            found.add(file.path());
          }
          return true;
        });
    return found;
  }

  private static boolean hasKey(Reference reference) {
    return reference.level() == DicomLevel.INSTANCE && reference.key().isPresent();
  }

  private static void checkLevel(Reference reference) throws EndpointException {
    if (!LEVELS.contains(reference.level())) {
      throw new EndpointException(Reason.UNSUPPORTED, "patients are not kept here");
    }
  }

  /** Whether a file has every identifier that a reference names; its own it must name. */
  private static boolean belongs(ObjectFile file, Reference wanted) {
    Reference own = Reference.of(DicomLevel.INSTANCE, file.header()).orElseThrow();
    return wanted.identifier().isPresent()
        && isSame(wanted.patientId(), own.patientId())
        && isSame(wanted.studyUid(), own.studyUid())
        && isSame(wanted.seriesUid(), own.seriesUid())
        && isSame(wanted.instanceUid(), own.instanceUid());
  }

  private static boolean isSame(Optional<String> wanted, Optional<String> own) {
    return wanted.isEmpty() || wanted.equals(own);
  }

  private String key(Path file) {
    return root.relativize(file).toString();
  }

  /** Names of files are not told, as they may be patients'. */
  private EndpointException failed(Exception fault) {
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
    writer.close();
  }
}
