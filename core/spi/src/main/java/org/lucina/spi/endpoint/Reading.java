package org.lucina.spi.endpoint;

import java.io.IOException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * Carries faults of endpoints through the reading of dixels, which can only tell of {@link
 * IOException}s.
 */
public final class Reading {
  private Reading() {}

  /** A part of reading. */
  @FunctionalInterface
  public interface Step<T> {
    /** Does it. */
    T get() throws EndpointException, IOException;
  }

  /**
   * Does a step.
   *
   * @throws IOException that {@link #fault} knows again, when the endpoint told a fault
   */
  public static <T> T of(Step<T> step) throws IOException {
    try {
      return step.get();
    } catch (EndpointException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The fault that an endpoint told while something was read, or else one of reading itself. */
  public static EndpointException fault(String message, IOException e) {
    return e.getCause() instanceof EndpointException told
        ? told
        : new EndpointException(Reason.FAILED, message, e);
  }
}
