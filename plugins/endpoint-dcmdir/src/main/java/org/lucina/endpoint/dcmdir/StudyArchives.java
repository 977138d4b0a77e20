package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Parts;

/**
 * Keeps studies as zip archives of their names, with entries {@code series/instance.dcm}. An
 * archive is replaced as a whole: readers find the old one or the new one.
 */
final class StudyArchives {
  private static final Layout ENTRIES = new Layout.Tree();

  private final Path root;
  private final ObjectWriter writer;

  StudyArchives(Path root, ObjectWriter writer) {
    this.root = root;
    this.writer = writer;
  }

  /** Name of a study's archive. */
  static String name(String studyUid) {
    return studyUid + ".zip";
  }

  /** Name of an instance's entry, if its UIDs are well-formed. */
  static Optional<String> entry(Reference instance) {
    return ENTRIES
        .place(instance, Deposit.SUFFIX)
        .map(path -> path.getName(1) + "/" + path.getName(2));
  }

  /** Puts a study; instances that its archive has besides stay in it. */
  Reference put(Dixel study) throws EndpointException {
    Path part = writer.part();
    try (Unfinished gone = new Unfinished(part);
        ZipWriter zip = new ZipWriter(part)) {
      Set<String> studies = new HashSet<>();
      Parts.each(study, DicomLevel.INSTANCE, instance -> studies.add(add(instance, zip)));
      if (studies.size() != 1) {
        throw new EndpointException(
            Reason.REFUSED, "a study is put with objects of " + studies.size() + " studies");
      }
      Path place = root.resolve(name(studies.iterator().next()));
      finish(zip, part, place);
      return study.reference();
    } catch (IOException e) {
      throw DcmDir.failed(root, e);
    }
  }

  private synchronized void finish(ZipWriter zip, Path part, Path place) throws IOException {
    if (Files.exists(place)) {
      zip.addAll(place, name -> !zip.has(name));
    }
    zip.finish();
    writer.settle(part, place);
  }

  /** Adds an instance, and tells its study. */
  private String add(Dixel dixel, ZipWriter zip) throws EndpointException {
    try {
      Path received = writer.receive(Deposit.file(dixel));
      try {
        return add(received, zip);
      } finally {
        Files.deleteIfExists(received);
      }
    } catch (IOException | UncheckedIOException e) {
      throw DcmDir.failed(root, e);
    }
  }

  private static String add(Path received, ZipWriter zip) throws EndpointException, IOException {
    Reference instance = Deposit.identify(received);
    String entry =
        entry(instance)
            .orElseThrow(
                () -> new EndpointException(Reason.REFUSED, "a UID of the object is malformed"));
    if (!zip.add(entry, received)) {
      throw new EndpointException(
          Reason.REFUSED, "the study has two different objects for " + instance);
    }
    return instance.studyUid().orElseThrow();
  }

  /** Takes entries out of their archives; an archive goes with its last entry. */
  synchronized void remove(List<Location> locations) throws IOException {
    Map<Path, Set<String>> entries = new HashMap<>();
    for (Location location : locations) {
      if (location instanceof Location.Zipped zipped) {
        entries.computeIfAbsent(zipped.file(), unknown -> new HashSet<>()).add(zipped.entry());
      }
    }
    for (var archive : entries.entrySet()) {
      removeFrom(archive.getKey(), archive.getValue());
    }
  }

  private void removeFrom(Path archive, Set<String> entries) throws IOException {
    Path part = writer.part();
    try (ZipWriter zip = new ZipWriter(part)) {
      zip.addAll(archive, name -> !entries.contains(name));
      zip.finish();
      if (zip.isEmpty()) {
        writer.remove(archive);
      } else {
        writer.settle(part, archive);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
