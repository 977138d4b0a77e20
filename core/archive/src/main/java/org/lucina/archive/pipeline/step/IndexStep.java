package org.lucina.archive.pipeline.step;

import java.util.Set;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;

/** Puts the dixel's attributes, and what is known besides, to an endpoint. */
final class IndexStep implements Step {
  private static final Set<View> VIEWS = Set.of(View.TAGS, View.METADATA, View.REPORT);

  private final Endpoint endpoint;

  IndexStep(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Outcome run(Passage passage) throws StepException {
    Putting.put(endpoint, light(passage.dixel(VIEWS)));
    return Outcome.goOn();
  }

  /** The same without file and pixels, and so all its parts. */
  static Dixel light(Dixel dixel) {
    return dixel
        .copy(dixel.reference())
        .without(View.FILE)
        .without(View.FRAMES)
        .children(() -> dixel.children().map(IndexStep::light))
        .build();
  }

  @Override
  public boolean hasEffect() {
    return true;
  }
}
