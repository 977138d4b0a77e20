package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Finds where the objects of a reference lie. */
final class Finder {
  static final Set<DicomLevel> LEVELS =
      EnumSet.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE);

  private final ObjectFiles files;
  private final Layout layout;

  Finder(ObjectFiles files, Layout layout) {
    this.files = files;
    this.layout = layout;
  }

  /** An object of a dixel: that of the key, or the one in its place, else the first found. */
  Optional<ObjectFile> one(Reference reference) throws EndpointException, IOException {
    checkLevel(reference);
    if (hasKey(reference)) {
      return files.find(reference.key().orElseThrow());
    }
    Optional<ObjectFile> placed = placed(reference);
    if (placed.isPresent()) {
      return placed;
    }
    List<ObjectFile> found = new ArrayList<>();
    files.visit(file -> !belongs(file, reference) || !found.add(file));
    return found.stream().findFirst();
  }

  private Optional<ObjectFile> placed(Reference reference) throws IOException {
    if (reference.level() != DicomLevel.INSTANCE) {
      return Optional.empty();
    }
    var place = layout.place(reference, Deposit.SUFFIX).map(files.root()::resolve);
    Optional<ObjectFile> placed =
        place.isEmpty()
            ? Optional.empty()
            : ObjectFiles.read(new Location.Plain(place.get()))
                .filter(file -> belongs(file, reference));
    if (placed.isPresent() || place.isEmpty() || !files.archives()) {
      return placed;
    }
    return files
        .inArchive(
            files.root().resolve(StudyArchives.name(reference.studyUid().orElseThrow())),
            StudyArchives.entry(reference).orElseThrow())
        .filter(file -> belongs(file, reference));
  }

  /** All objects of a dixel, copies among them; that of the key alone, if it has one. */
  List<Location> all(Reference reference) throws EndpointException, IOException {
    checkLevel(reference);
    if (hasKey(reference)) {
      return one(reference).stream().map(ObjectFile::location).toList();
    }
    List<Location> found = new ArrayList<>();
    files.visit(
        file -> {
          if (belongs(file, reference)) {
            found.add(file.location());
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
}
