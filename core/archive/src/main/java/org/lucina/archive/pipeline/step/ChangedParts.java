package org.lucina.archive.pipeline.step;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;

/** Changes what a dixel consists of, each part when it is asked for. */
final class ChangedParts {
  private ChangedParts() {}

  /** The parts of a dixel, each changed. */
  static Stream<Dixel> of(Dixel dixel, DixelChange change) throws IOException {
    return dixel
        .children()
        .flatMap(
            part -> {
              try {
                return of(change, part).stream();
              } catch (StepException e) {
                throw new ChangeFailure(e);
              }
            });
  }

  private static Optional<Dixel> of(DixelChange change, Dixel part) throws StepException {
    boolean whole = part.level() == DicomLevel.INSTANCE || !change.needsInstances();
    return whole ? Optional.of(change.change(part)) : around(part, change);
  }

  /**
   * Makes a patient, study or series of changed instances: it is called, and has those attributes,
   * that the first of them tells; nothing of the original is left. Empty when it has none.
   */
  static Optional<Dixel> around(Dixel original, DixelChange change) throws StepException {
    try (Stream<Dixel> parts = of(original, change)) {
      Optional<Dixel> first = parts.findFirst();
      if (first.isEmpty()) {
        return Optional.empty();
      }
      Dixel part = first.get();
      return Optional.of(
          Dixel.of(
                  part.reference()
                      .at(original.level())
                      .orElseThrow(
                          () ->
                              StepException.permanent(
                                  "what was changed does not tell its "
                                      + Levels.name(original.level()))))
              .tags(Levels.attributes(Tagged.tags(part), original.level()))
              .children(() -> of(original, change))
              .build());
    } catch (IOException | RuntimeException e) {
      throw Faults.of(e);
    }
  }
}
