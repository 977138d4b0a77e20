package org.lucina.archive.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts objects that were stored or retrieved, for one audit message for each study. */
public final class ObjectTally {
  /** UIDs that are named one by one at most; of larger studies the number is told. */
  private static final int NAMED = 100;

  private final AuditTrail.Event event;
  private final Requestor requestor;
  private final String detail;
  private final Map<String, Count> studies = new LinkedHashMap<>();
  private int failed;

  private static final class Count {
    final List<String> named = new ArrayList<>();
    int objects;
  }

  /**
   * Begins with none.
   *
   * @param detail words for each message, may be empty
   */
  public ObjectTally(AuditTrail.Event event, Requestor requestor, String detail) {
    this.event = event;
    this.requestor = requestor;
    this.detail = detail;
  }

  /** One more object. */
  public synchronized void add(String study, String sopInstance) {
    Count count = studies.computeIfAbsent(study, any -> new Count());
    count.objects++;
    if (count.named.size() < NAMED) {
      count.named.add(sopInstance);
    }
  }

  /** One object was refused, or could not be sent. */
  public synchronized void fail() {
    failed++;
  }

  /** Writes the messages. */
  public synchronized void write(AuditTrail audit) {
    studies.forEach(
        (study, count) ->
            audit.record(
                event,
                requestor,
                List.of(study),
                count.objects <= NAMED ? count.named : List.of(),
                true,
                count.objects + " objects" + detail));
    if (failed > 0) {
      audit.record(
          event, requestor, List.of(), List.of(), false, failed + " objects failed" + detail);
    }
    studies.clear();
    failed = 0;
  }
}
