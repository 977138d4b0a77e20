package org.lucina.archive.pipeline;

import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.lucina.archive.logging.PipelineLog;
import org.lucina.archive.pipeline.queue.PipelineQueue;
import org.lucina.archive.pipeline.queue.QueuedEvent;
import org.lucina.archive.pipeline.state.Positions;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;

/**
 * Takes the events of one observer into the queue of a pipeline, then remembers the position. A
 * crash between makes the observer tell them again, and the broker leaves out those that it has.
 */
final class Intake implements EventSink {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final String pipeline;
  private final String observer;
  private final PipelineQueue queue;
  private final Positions positions;
  private final Tally tally;
  private final long most;
  private volatile boolean ended;
  private String incarnation;

  /**
   * An intake.
   *
   * @param most events that the queue may hold before it waits
   */
  Intake(
      String pipeline,
      String observer,
      PipelineQueue queue,
      Positions positions,
      Tally tally,
      long most) {
    this.pipeline = pipeline;
    this.observer = observer;
    this.queue = queue;
    this.positions = positions;
    this.tally = tally;
    this.most = most;
  }

  @Override
  public void accept(List<DixelEvent> events, String position)
      throws EventsNotTakenException, InterruptedException {
    if (events.size() > MOST || position.length() > 4_000) {
      throw new IllegalArgumentException("more than a sink takes");
    }
    try {
      if (!events.isEmpty()) {
        awaitRoom();
        send(events);
      }
      positions.save(pipeline, observer, position);
    } catch (JMSException | SQLException | RuntimeException e) {
      if (ended) {
        throw new InterruptedException("the observation ended");
      }
      throw new EventsNotTakenException("the queue does not take events", e);
    }
    tally.received.add(events.size());
    tally.well(observer);
  }

  private void send(List<DixelEvent> events) throws JMSException, SQLException {
    if (incarnation == null) {
      incarnation = positions.incarnation(pipeline);
    }
    String name = String.join("|", pipeline, incarnation, observer, "");
    queue.send(events.stream().map(QueuedEvent::of).toList(), event -> name + event.event().id());
  }

  private void awaitRoom() throws JMSException, InterruptedException {
    check();
    while (queue.size() >= most) {
      Thread.sleep(PAUSE.toMillis());
      check();
    }
  }

  private void check() throws InterruptedException {
    if (ended || Thread.interrupted()) {
      throw new InterruptedException("the observation ended");
    }
  }

  @Override
  public void troubled(String problem) {
    tally.trouble(observer, problem);
    PipelineLog.LOG.troubled(pipeline, observer, problem);
  }

  /** From now on it takes nothing. */
  void end() {
    ended = true;
    tally.well(observer);
  }
}
