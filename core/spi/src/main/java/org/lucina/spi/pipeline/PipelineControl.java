package org.lucina.spi.pipeline;

import java.util.List;

/**
 * A pipeline that is open. Thread-safe.
 *
 * <p>It works on events while its parts are there ({@link #begin}), it is started and, if it has a
 * window, that is open. It takes events from its observers while its parts are there and it is not
 * draining, whether it is started or not: what comes meanwhile stays queued.
 */
public interface PipelineControl extends AutoCloseable {

  /** All that it names is there: it goes on with them. */
  void begin(PipelineParts parts);

  /**
   * Something that it names goes away: when this returns nothing of its parts is in use. Work that
   * does not end within some seconds is interrupted, and done again later.
   */
  void suspend();

  /** Works on events from now on, and takes them from its observers; ends draining. */
  void start();

  /** Begins no more events; those in work are finished. */
  void stop();

  /** Takes no more events from its observers, works on what it has, then stops. */
  void drain();

  /** How it is doing. */
  PipelineStatus status();

  /** Events that failed for good, the latest first. */
  List<FailedEvent> failed(int limit);

  /** Those that failed for a kind of reason, the latest first. */
  List<FailedEvent> failed(FailedEvent.Reason reason, int limit);

  /**
   * Tries failed events again, with all their attempts anew.
   *
   * @param ids of some of them; none for all
   * @return how many
   */
  long retryFailed(List<String> ids);

  /**
   * Forgets failed events.
   *
   * @param ids of some of them; none for all
   * @return how many
   */
  long purgeFailed(List<String> ids);

  /** Suspends it and lets go of its queue, which stays as it is. */
  @Override
  void close();
}
