package org.lucina.archive.pipeline;

import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.lucina.archive.pipeline.queue.PipelineQueue;
import org.lucina.archive.pipeline.queue.QueuedEvent;
import org.lucina.archive.pipeline.state.Waiting;
import org.lucina.archive.pipeline.state.WaitingRoom;
import org.lucina.spi.observer.DixelEvent;

/**
 * Goes on with what has waited long enough. It is put into the queue first and forgotten then: what
 * a crash leaves in both is left out by the broker when it comes again.
 */
final class DueWork {
  private static final int AT_ONCE = 200;

  private final String pipeline;
  private final WaitingRoom room;
  private final PipelineQueue queue;
  private final Clock clock;

  DueWork(String pipeline, WaitingRoom room, PipelineQueue queue, Clock clock) {
    this.pipeline = pipeline;
    this.room = room;
    this.queue = queue;
    this.clock = clock;
  }

  /** Queues what is due now. */
  void queue() throws JMSException, SQLException {
    List<Waiting> due = room.due(pipeline, clock.instant(), AT_ONCE);
    for (Waiting waiting : due) {
      QueuedEvent event = QueuedEvent.after(waiting.step(), event(waiting));
      queue.send(List.of(event), sent -> pipeline + "|" + sent.event().id());
      room.leave(pipeline, waiting);
    }
  }

  private static DixelEvent event(Waiting waiting) {
    return new DixelEvent(
        "waited|" + waiting.token(), waiting.kind(), waiting.reference(), waiting.happened());
  }
}
