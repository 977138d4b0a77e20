package org.lucina.archive.pipeline.step;

import java.util.Optional;
import org.lucina.spi.dixel.Reference;

/** Names a dixel to another endpoint than that which has named it. */
final class Naming {
  private Naming() {}

  /** The same without the source's own name, if there is another. */
  static Reference elsewhere(Reference reference) {
    if (reference.identifier().isEmpty()) {
      return reference;
    }
    return new Reference(
        reference.level(),
        reference.patientId(),
        reference.studyUid(),
        reference.seriesUid(),
        reference.instanceUid(),
        Optional.empty());
  }
}
