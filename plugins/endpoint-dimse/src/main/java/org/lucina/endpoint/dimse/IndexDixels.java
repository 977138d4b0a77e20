package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Reading;

/** Makes dixels of what the peer's index tells of them, without their files. */
final class IndexDixels {
  private final Finder finder;
  private final Targets targets;

  IndexDixels(Finder finder, Targets targets) {
    this.finder = finder;
    this.targets = targets;
  }

  /** A dixel whose parts are asked for when they are needed. */
  Dixel get(Reference reference) throws EndpointException {
    return targets
        .first(reference)
        .map(this::withParts)
        .orElseThrow(() -> Targets.notFound(reference));
  }

  private Dixel withParts(Dixel dixel) {
    Reference whole = dixel.reference();
    return whole.level().below().isEmpty()
        ? dixel
        : dixel.copy(whole).children(() -> parts(whole)).build();
  }

  private Stream<Dixel> parts(Reference whole) throws IOException {
    DicomLevel below = whole.level().below().orElseThrow();
    List<Dixel> parts = new ArrayList<>();
    return Reading.of(
        () -> {
          finder.find(Targets.keys(below, whole).build(), parts::add);
          return parts.stream().map(this::withParts);
        });
  }
}
