package org.lucina.archive.pipeline;

import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lucina.archive.logging.PipelineLog;
import org.lucina.archive.pipeline.queue.PipelineQueue;
import org.lucina.archive.pipeline.queue.QueuedEvent;
import org.lucina.archive.pipeline.queue.Receiver;
import org.lucina.archive.pipeline.state.WaitingRoom;

/**
 * Works on the events of a pipeline, one after another. An event leaves the queue, with others of
 * the same moment, when its last step has returned.
 */
final class Worker implements Runnable {
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

  private final Work work;
  private final PipelineQueue queue;
  private final Gate gate;
  private final WaitingRoom room;
  private final Tally tally;
  private final Interruption interruption = new Interruption();
  private final Handling handling;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean ended;

  Worker(
      Work work,
      PipelineQueue queue,
      Route route,
      Gate gate,
      WaitingRoom room,
      Tally tally,
      Clock clock) {
    this.work = work;
    this.queue = queue;
    this.gate = gate;
    this.room = room;
    this.tally = tally;
    this.handling = new Handling(work, route, interruption, tally, clock);
  }

  /** Begins no more events. */
  void end() {
    ended = true;
  }

  /** Breaks off the event at hand, too. */
  void interrupt() {
    ended = true;
    interruption.request();
  }

  /** Waits until nothing is in use any more. */
  boolean await(Duration time) throws InterruptedException {
    return finished.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void run() {
    try {
      while (!ended) {
        workWhileConnected();
      }
    } finally {
      finished.countDown();
    }
  }

  private void workWhileConnected() {
    try (Receiver receiver = queue.receiver()) {
      work(receiver);
    } catch (JMSException | SQLException | RuntimeException e) {
      if (!ended) {
        PipelineLog.LOG.unreachable(work.pipeline(), e);
        tally.error("the queue or the database cannot be reached");
        pauseAfterFault();
      }
    } catch (InterruptedException e) {
      // Broken off: closing the receiver has put back what was not committed.
      ended = true;
    }
  }

  private void work(Receiver receiver) throws JMSException, SQLException, InterruptedException {
    Batch batch = new Batch(work.alone());
    while (!ended) {
      if (!gate.take()) {
        commit(batch, receiver);
        gate.pause();
        continue;
      }
      Optional<QueuedEvent> next = receiver.next(batch.isEmpty() ? PATIENCE : Duration.ZERO);
      if (next.isEmpty()) {
        gate.giveBack();
        commit(batch, receiver);
        continue;
      }
      if (batch.isEmpty() && !gate.isOpen()) {
        // It was shut while this worker waited for an event.
        gate.giveBack();
        receiver.rollback();
        continue;
      }
      batch.add();
      handling.handle(next.get(), receiver, batch);
      if (batch.isFull()) {
        commit(batch, receiver);
      }
    }
    commit(batch, receiver);
  }

  private void commit(Batch batch, Receiver receiver) throws JMSException, SQLException {
    if (batch.isEmpty()) {
      return;
    }
    if (work.gathers()) {
      room.makeDurable();
    }
    receiver.commit();
    batch.count(tally);
  }

  private void pauseAfterFault() {
    try {
      interruption.sleep(PAUSE_AFTER_FAULT);
    } catch (InterruptedException e) {
      ended = true;
    }
  }
}
