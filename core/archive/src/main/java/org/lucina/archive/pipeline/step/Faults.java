package org.lucina.archive.pipeline.step;

import java.io.IOException;
import org.lucina.archive.pipeline.step.StepException.Remedy;
import org.lucina.dicom.DicomFormatException;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.endpoint.EndpointException;

/** Decides what is to be done about what plugins throw. */
public final class Faults {

  private Faults() {}

  /** A fault of a step, found below what an endpoint made of it if need be. */
  public static StepException of(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof StepException known) {
        return known;
      }
    }
    if (fault instanceof EndpointException endpoint) {
      Remedy remedy = endpoint.isTransient() ? Remedy.RETRY : Remedy.NONE;
      return new StepException(remedy, message(fault), fault);
    }
    if (fault instanceof AnonymizerException anonymizer) {
      boolean passes = anonymizer.reason() == AnonymizerException.Reason.UNAVAILABLE;
      return new StepException(passes ? Remedy.RETRY : Remedy.NONE, message(fault), fault);
    }
    if (fault instanceof DicomFormatException) {
      return new StepException(Remedy.NONE, message(fault), fault);
    }
    // Messages of other exceptions may hold anything, a patient's values too.
    String what = fault instanceof IOException ? "reading failed" : "the plugin failed";
    return new StepException(Remedy.RETRY, what + ": " + fault.getClass().getName(), fault);
  }

  /** A fault of the source, where a dixel that is gone is none. */
  public static StepException atSource(Throwable fault) {
    boolean gone =
        fault instanceof EndpointException known
            && known.reason() == EndpointException.Reason.NOT_FOUND;
    return gone
        ? new StepException(Remedy.DROP, "it is no longer at the source", fault)
        : of(fault);
  }

  private static String message(Throwable fault) {
    return fault.getMessage() == null ? fault.getClass().getName() : fault.getMessage();
  }
}
