package org.lucina.archive.pipeline.step;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.pipeline.step.StepException.Remedy;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.observer.DixelEvent;

/**
 * An event on its way through the steps, with its dixel as the steps so far have made it. The dixel
 * is got from the source when a step asks for it first. For one thread.
 */
public final class Passage {
  private final DixelEvent event;
  private final Optional<Endpoint> source;
  private final List<DixelChange> changes = new ArrayList<>();
  private final Map<Set<View>, Dixel> got = new HashMap<>();
  private boolean deletedAtSource;

  /** Begins one. */
  public Passage(DixelEvent event, Optional<Endpoint> source) {
    this.event = event;
    this.source = source;
  }

  /** What happened. */
  public DixelEvent event() {
    return event;
  }

  /** Where the dixel is. */
  Optional<Endpoint> source() {
    return source;
  }

  /** From here on the dixel is another. */
  void change(DixelChange change) {
    changes.add(change);
    got.clear();
  }

  /** A step has deleted the dixel: no more of it is left than the event tells. */
  void deletedAtSource() {
    deletedAtSource = true;
  }

  /** Whether the dixel is still what it was at the source. */
  boolean isOriginal() {
    return changes.isEmpty();
  }

  /** What the dixel is called now. */
  Reference reference() throws StepException {
    if (isOriginal()) {
      return event.reference();
    }
    return dixel(Set.of(View.TAGS)).reference();
  }

  /**
   * The dixel with those of some views that the source has.
   *
   * @throws StepException DROP when it is gone
   */
  Dixel dixel(Set<View> wanted) throws StepException {
    if (event.kind() == DixelEvent.Kind.DELETED) {
      throw new StepException(Remedy.DROP, "it was deleted", null);
    }
    Set<View> views = EnumSet.copyOf(wanted);
    if (changes.stream().anyMatch(DixelChange::needsInstances)) {
      views.add(View.FILE);
    }
    Dixel known = got.get(views);
    if (known != null) {
      return known;
    }
    Dixel dixel = isOnlyToldOf() ? told() : changed(fromSource(views));
    got.put(views, dixel);
    return dixel;
  }

  private Dixel changed(Dixel original) throws StepException {
    Dixel dixel = original;
    for (DixelChange change : changes) {
      dixel = change.change(dixel);
    }
    return dixel;
  }

  private boolean isOnlyToldOf() {
    return source.isEmpty() || deletedAtSource;
  }

  /** What the event alone tells of the dixel, changed as the steps so far change dixels. */
  Dixel told() throws StepException {
    return changed(Dixel.of(event.reference()).tags(event.tags()).build());
  }

  private Dixel fromSource(Set<View> wanted) throws StepException {
    Endpoint endpoint = source.orElseThrow();
    Set<View> views = EnumSet.copyOf(wanted);
    views.retainAll(endpoint.capabilities().views());
    if (!endpoint.capabilities().operations().contains(Operation.GET)
        || !endpoint.capabilities().gets().contains(event.reference().level())) {
      throw StepException.permanent(
          "the source hands out no " + Levels.name(event.reference().level()));
    }
    try {
      return endpoint.get(event.reference(), views);
    } catch (EndpointException e) {
      throw Faults.atSource(e);
    }
  }
}
