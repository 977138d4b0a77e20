package org.lucina.archive.pipeline;

/** What a worker has done since it committed last. */
final class Batch {
  private static final int MOST = 32;
  private static final long LONGEST_NANOS = 200_000_000;

  private final boolean alone;
  private int events;
  private long processed;
  private long dropped;
  private long begun;

  /**
   * A batch.
   *
   * @param alone whether each event is committed by itself
   */
  Batch(boolean alone) {
    this.alone = alone;
  }

  void add() {
    if (events++ == 0) {
      begun = System.nanoTime();
    }
  }

  void processed() {
    processed++;
  }

  void dropped() {
    dropped++;
  }

  boolean isEmpty() {
    return events == 0;
  }

  boolean isFull() {
    return alone || events >= MOST || System.nanoTime() - begun > LONGEST_NANOS;
  }

  /** It is committed: what it did counts. */
  void count(Tally tally) {
    tally.processed(processed);
    tally.dropped.add(dropped);
    clear();
  }

  /** It is undone. */
  void clear() {
    events = 0;
    processed = 0;
    dropped = 0;
  }
}
