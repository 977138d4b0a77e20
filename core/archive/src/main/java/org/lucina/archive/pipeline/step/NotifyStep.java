package org.lucina.archive.pipeline.step;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.lucina.archive.pipeline.step.StepException.Remedy;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.DixelEvent;

/**
 * Tells an endpoint: it is given the dixel's attributes, with the event among the metadata ({@code
 * EventKind}, {@code EventTime}, {@code Pipeline}). An endpoint that never takes it does not hold
 * up the event.
 */
final class NotifyStep implements Step {
  private static final Set<View> VIEWS = Set.of(View.TAGS, View.METADATA, View.REPORT);

  private final Endpoint endpoint;
  private final String pipeline;
  private final BiConsumer<DixelEvent, String> unheard;

  /**
   * A step.
   *
   * @param unheard is told of what the endpoint never took, and why
   */
  NotifyStep(Endpoint endpoint, String pipeline, BiConsumer<DixelEvent, String> unheard) {
    this.endpoint = endpoint;
    this.pipeline = pipeline;
    this.unheard = unheard;
  }

  @Override
  public Outcome run(Passage passage) throws StepException {
    try {
      Putting.put(endpoint, message(passage));
    } catch (StepException e) {
      if (e.remedy() != Remedy.NONE) {
        throw e;
      }
      unheard.accept(passage.event(), e.getMessage());
    }
    return Outcome.goOn();
  }

  private Dixel message(Passage passage) throws StepException {
    DixelEvent event = passage.event();
    Dixel dixel = event.kind() == DixelEvent.Kind.DELETED ? passage.told() : passage.dixel(VIEWS);
    try {
      Map<String, String> metadata = new HashMap<>(dixel.metadata());
      metadata.put("EventKind", event.kind().name());
      metadata.put("EventTime", event.time().toString());
      metadata.put("Pipeline", pipeline);
      return IndexStep.light(dixel)
          .copy(dixel.reference())
          .metadata(metadata)
          .children(Stream::empty)
          .build();
    } catch (IOException | RuntimeException e) {
      throw Faults.of(e);
    }
  }

  @Override
  public boolean hasEffect() {
    return true;
  }
}
