package org.lucina.endpoint.splunk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.lucina.spi.History;

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
    return !time.isZero() && history.contains(key(event));
  }

  /** The event was taken. */
  void remember(String event) {
    if (!time.isZero()) {
      history.remember(key(event), time);
    }
  }

  private static String key(String event) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(event.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
