package org.lucina.observer.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.server.ArchiveChanges;
import org.lucina.spi.server.ChangesMissingException;

/** A log of changes that a test writes. */
final class FakeLog implements ArchiveChanges {
  private final List<Change> changes = new ArrayList<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private long last;
  private long forgotten;

  synchronized void add(DixelEvent.Kind kind, Reference reference, Instant time) {
    last++;
    String id = kind + "|" + reference.identifier().orElseThrow() + "|" + last;
    changes.add(new Change(last, new DixelEvent(id, kind, reference, time)));
    watchers.forEach(Runnable::run);
  }

  synchronized void forgetAll() {
    changes.clear();
    forgotten = last;
  }

  @Override
  public synchronized List<Change> since(long number, int limit) throws ChangesMissingException {
    if (number < forgotten) {
      throw new ChangesMissingException(number, forgotten);
    }
    return changes.stream().filter(each -> each.number() > number).limit(limit).toList();
  }

  @Override
  public synchronized long last() {
    return last;
  }

  @Override
  public AutoCloseable watch(Runnable newer) {
    watchers.add(newer);
    return () -> watchers.remove(newer);
  }
}
