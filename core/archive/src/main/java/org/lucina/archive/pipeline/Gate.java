package org.lucina.archive.pipeline;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import org.lucina.spi.pipeline.DailyWindow;

/** Where workers wait until they may begin an event. Thread-safe. */
final class Gate {
  private static final long PAUSE_MILLIS = 200;

  private final Clock clock;
  private final Optional<DailyWindow> window;
  private final Rate rate;
  private boolean open;

  /**
   * A gate that is shut.
   *
   * @param clock whose zone is that of the window
   */
  Gate(Clock clock, Optional<DailyWindow> window, Rate rate) {
    this.clock = clock;
    this.window = window;
    this.rate = rate;
  }

  /** Opens or shuts it. */
  synchronized void set(boolean nowOpen) {
    open = nowOpen;
    notifyAll();
  }

  /** Whether the daily window, if there is one, is open. */
  boolean inWindow() {
    return window.map(daily -> daily.contains(LocalTime.now(clock))).orElse(true);
  }

  /** Whether events may be begun now, but for the rate. */
  synchronized boolean isOpen() {
    return open && inWindow();
  }

  /** Takes a turn if there is one; it is given back if it is not used. */
  synchronized boolean take() {
    return isOpen() && rate.take().isZero();
  }

  /** Waits a while, less when it is opened or shut. */
  synchronized void pause() throws InterruptedException {
    wait(PAUSE_MILLIS);
  }

  /** A turn was not used. */
  void giveBack() {
    rate.giveBack();
  }
}
