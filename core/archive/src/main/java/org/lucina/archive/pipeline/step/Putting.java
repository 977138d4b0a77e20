package org.lucina.archive.pipeline.step;

import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Operation;

/** Puts a dixel to an endpoint, in parts if it takes only those. */
final class Putting {
  private Putting() {}

  static void put(Endpoint endpoint, Dixel dixel) throws StepException {
    if (!endpoint.capabilities().operations().contains(Operation.PUT)) {
      throw StepException.permanent("the endpoint takes nothing");
    }
    try {
      putOrParts(endpoint, dixel);
    } catch (EndpointException | IOException | RuntimeException e) {
      throw Faults.of(e);
    }
  }

  private static void putOrParts(Endpoint endpoint, Dixel dixel)
      throws EndpointException, IOException, StepException {
    if (endpoint.capabilities().puts().contains(dixel.level())) {
      endpoint.put(dixel);
      return;
    }
    if (dixel.level() == DicomLevel.INSTANCE
        || endpoint.capabilities().puts().stream()
            .noneMatch(level -> level.isBelow(dixel.level()))) {
      throw StepException.permanent("the endpoint takes no " + Levels.name(dixel.level()));
    }
    try (Stream<Dixel> parts = dixel.children()) {
      Iterator<Dixel> each = parts.iterator();
      if (!each.hasNext()) {
        throw StepException.permanent(
            "the source does not tell the parts of the "
                + Levels.name(dixel.level())
                + ": bundle to a lower level first");
      }
      while (each.hasNext()) {
        putOrParts(endpoint, each.next());
      }
    }
  }
}
