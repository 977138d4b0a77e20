package org.lucina.archive.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.lucina.archive.pipeline.queue.Broker;
import org.lucina.archive.pipeline.queue.PipelineQueue;
import org.lucina.archive.pipeline.state.Positions;
import org.lucina.archive.pipeline.state.WaitingRoom;
import org.lucina.archive.report.Reports;

/**
 * What all pipelines of a server share.
 *
 * @param broker has their queues
 * @param positions of their observers
 * @param room where studies and series wait
 * @param reports say what anonymizers did
 * @param threads makes the threads of workers
 * @param scheduler does what is due
 * @param metrics of the server
 * @param clock tells the time, in the server's zone
 */
public record Resources(
    Broker broker,
    Positions positions,
    WaitingRoom room,
    Reports reports,
    ThreadFactory threads,
    ScheduledExecutorService scheduler,
    MeterRegistry metrics,
    Clock clock) {

  PipelineQueue queue(String pipeline, boolean ordered) {
    return new PipelineQueue(broker, pipeline, ordered);
  }
}
