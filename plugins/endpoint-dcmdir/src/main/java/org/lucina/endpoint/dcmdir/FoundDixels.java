package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/**
 * Makes dixels of objects that were found. Heads are read again when asked for, so that none need
 * be held.
 */
final class FoundDixels {
  private final Path root;

  FoundDixels(Path root) {
    this.root = root;
  }

  /** A dixel that consists of the objects found, one at least. */
  Dixel of(Reference reference, List<Location> found) {
    Location first = found.get(0);
    Dixel.Builder dixel = Dixel.of(reference).tags(() -> header(first));
    if (reference.level() == DicomLevel.INSTANCE) {
      return dixel.file(first.content()).build();
    }
    return dixel.children(() -> parts(found, reference.level().below().orElseThrow())).build();
  }

  private Stream<Dixel> parts(List<Location> found, DicomLevel level) throws IOException {
    Map<Reference, List<Location>> parts = new LinkedHashMap<>();
    for (Location location : found) {
      Reference part = Reference.of(level, header(location)).orElseThrow();
      parts.computeIfAbsent(part, unknown -> new ArrayList<>()).add(location);
    }
    return parts.entrySet().stream()
        .map(
            part ->
                of(
                    level == DicomLevel.INSTANCE
                        ? part.getKey().withKey(part.getValue().get(0).key(root))
                        : part.getKey(),
                    part.getValue()));
  }

  private static DataSet header(Location location) throws IOException {
    return Headers.read(location::openHead)
        .orElseThrow(
            () -> new NoSuchFileException(location.file().toString(), null, "no DICOM object"));
  }
}
