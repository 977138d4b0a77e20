package org.lucina.archive.pipeline;

import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.lucina.archive.logging.PipelineLog;
import org.lucina.archive.pipeline.queue.PipelineQueue;
import org.lucina.archive.pipeline.state.WaitingRoom;

/** Counts what waits and what failed, at most once in half a second. Thread-safe. */
final class Census {
  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final String pipeline;
  private final PipelineQueue queue;
  private final WaitingRoom room;
  private Counts known = new Counts(0, 0, 0);
  private long knownAt = System.nanoTime() - FRESH_NANOS;

  /**
   * The numbers.
   *
   * @param queued events in the queue
   * @param failed events in the failed list
   * @param waiting studies and series that wait
   */
  record Counts(long queued, long failed, long waiting) {}

  Census(String pipeline, PipelineQueue queue, WaitingRoom room) {
    this.pipeline = pipeline;
    this.queue = queue;
    this.room = room;
  }

  /** The numbers; those of before when they cannot be had. */
  synchronized Counts counts() {
    if (System.nanoTime() - knownAt >= FRESH_NANOS) {
      try {
        known = count();
      } catch (JMSException | SQLException | RuntimeException e) {
        PipelineLog.LOG.unreachable(pipeline, e);
      }
      knownAt = System.nanoTime();
    }
    return known;
  }

  /** The numbers as they are now. */
  Counts count() throws JMSException, SQLException {
    return new Counts(queue.size(), queue.failed().size(), room.count(pipeline));
  }

  /** Something was done to them. */
  synchronized void outdate() {
    knownAt = System.nanoTime() - FRESH_NANOS;
  }
}
