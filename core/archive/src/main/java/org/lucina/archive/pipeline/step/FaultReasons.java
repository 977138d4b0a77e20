package org.lucina.archive.pipeline.step;

import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.pipeline.FailedEvent.Reason;

/** Tells of what kind faults of steps are. */
public final class FaultReasons {
  private FaultReasons() {}

  /** The kind of what the fault comes from. */
  public static Reason of(StepException fault) {
    Reason reason = Reason.FAILED;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof AnonymizerException anonymizer) {
        return switch (anonymizer.reason()) {
          case REVIEW -> Reason.REVIEW;
          case REFUSED -> Reason.REFUSED;
          case UNAVAILABLE -> Reason.FAILED;
        };
      }
      if (cause instanceof EndpointException endpoint
          && (endpoint.reason() == EndpointException.Reason.REFUSED
              || endpoint.reason() == EndpointException.Reason.UNSUPPORTED)) {
        reason = Reason.REFUSED;
      }
    }
    return reason;
  }
}
