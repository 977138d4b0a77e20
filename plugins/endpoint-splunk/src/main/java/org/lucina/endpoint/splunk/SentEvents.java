package org.lucina.endpoint.splunk;

import java.time.Duration;
import org.lucina.spi.History;
import org.lucina.spi.text.TextDigest;

/**
 * Remembers for a while which events Splunk has taken, since it keeps each that it gets: what a
 * pipeline puts again is spared.
 *
 * @param history where they are remembered
 * @param time for how long, nothing to remember none
 */
record SentEvents(History history, Duration time) {

  /** Whether the event was sent not long ago. */
  boolean contains(String event) {
    return !time.isZero() && history.contains(TextDigest.sha256(event));
  }

  /** The event was taken. */
  void remember(String event) {
    if (!time.isZero()) {
      history.remember(TextDigest.sha256(event), time);
    }
  }
}
