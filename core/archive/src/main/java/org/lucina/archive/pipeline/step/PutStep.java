package org.lucina.archive.pipeline.step;

import java.util.EnumSet;
import java.util.Set;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;

/** Puts the dixel, with all that there is of it, to an endpoint. */
final class PutStep implements Step {
  private static final Set<View> ALL = EnumSet.allOf(View.class);

  private final Endpoint endpoint;

  PutStep(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Outcome run(Passage passage) throws StepException {
    Putting.put(endpoint, passage.dixel(ALL));
    return Outcome.goOn();
  }

  @Override
  public boolean hasEffect() {
    return true;
  }
}
