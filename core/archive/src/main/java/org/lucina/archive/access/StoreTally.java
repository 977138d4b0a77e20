package org.lucina.archive.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what one association stores, so that the audit trail gets one message for each study. */
public final class StoreTally {
  /** UIDs that are named one by one at most; of larger studies the number is told. */
  private static final int NAMED = 100;

  private final Requestor requestor;
  private final Map<String, Count> studies = new LinkedHashMap<>();
  private int refused;

  private static final class Count {
    final List<String> named = new ArrayList<>();
    int objects;
  }

  /** Nothing was stored yet. */
  public StoreTally(Requestor requestor) {
    this.requestor = requestor;
  }

  /** One object was stored. */
  public synchronized void stored(String study, String sopInstance) {
    Count count = studies.computeIfAbsent(study, any -> new Count());
    count.objects++;
    if (count.named.size() < NAMED) {
      count.named.add(sopInstance);
    }
  }

  /** One object was refused. */
  public synchronized void refused() {
    refused++;
  }

  /** Writes the messages. */
  public synchronized void write(AuditTrail audit) {
    studies.forEach(
        (study, count) ->
            audit.record(
                AuditTrail.Event.STORE,
                requestor,
                List.of(study),
                count.objects <= NAMED ? count.named : List.of(),
                true,
                count.objects + " objects"));
    if (refused > 0) {
      audit.record(
          AuditTrail.Event.STORE,
          requestor,
          List.of(),
          List.of(),
          false,
          refused + " objects refused");
    }
    studies.clear();
    refused = 0;
  }
}
