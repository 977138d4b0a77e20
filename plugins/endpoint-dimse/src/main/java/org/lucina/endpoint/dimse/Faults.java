package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import org.lucina.net.RejectedException;
import org.lucina.net.Response;
import org.lucina.net.Status;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** What broken associations and failure statuses mean to callers of an endpoint. */
final class Faults {
  private Faults() {}

  /** An association that did not come about, or broke. */
  static EndpointException of(String peer, IOException fault) {
    if (fault instanceof ClosedByInterruptException || Thread.currentThread().isInterrupted()) {
      Thread.currentThread().interrupt();
      return new EndpointException(Reason.FAILED, "the talk with " + peer + " was interrupted");
    }
    return new EndpointException(reason(fault), peer + ": " + words(fault), fault);
  }

  private static Reason reason(IOException fault) {
    if (fault instanceof RejectedException rejected) {
      return rejected.isTransient() ? Reason.UNAVAILABLE : Reason.REFUSED;
    }
    return fault instanceof ConnectException
            || fault instanceof NoRouteToHostException
            || fault instanceof UnknownHostException
            || fault instanceof SocketTimeoutException
        ? Reason.UNAVAILABLE
        : Reason.FAILED;
  }

  private static String words(IOException fault) {
    if (fault instanceof UnknownHostException) {
      return "the host is unknown";
    }
    return Optional.ofNullable(fault.getMessage())
        .orElseGet(() -> fault.getClass().getSimpleName());
  }

  /** A final response that is no success. */
  static EndpointException of(String peer, String operation, Response response) {
    return new EndpointException(
        reason(response.status()), peer + " answers " + operation + " with " + describe(response));
  }

  /**
   * The status in words for administrators; the peer's comment on it may hold a patient's values.
   */
  static String describe(Response response) {
    String meaning =
        switch (response.status()) {
          case Status.OUT_OF_RESOURCES,
              Status.OUT_OF_RESOURCES_MATCHES,
              Status.OUT_OF_RESOURCES_SUBOPERATIONS ->
              " (out of resources)";
          case Status.MOVE_DESTINATION_UNKNOWN -> " (move destination unknown)";
          case Status.IDENTIFIER_DOES_NOT_MATCH_SOP_CLASS -> " (does not match the SOP class)";
          case Status.NOT_AUTHORIZED -> " (not authorized)";
          case Status.SOP_CLASS_NOT_SUPPORTED -> " (SOP class not supported)";
          case Status.PROCESSING_FAILURE -> " (processing failure)";
          case Status.CANCEL -> " (cancelled)";
          default -> "";
        };
    return String.format("status %04X", response.status()) + meaning;
  }

  /** Whether an object was taken, with a warning (PS3.4 B.2.3, PS3.7 C.4). */
  static boolean isWarning(int status) {
    return status >>> 12 == 0xB || status == 0x0001 || status == 0x0107 || status == 0x0116;
  }

  /** What a failure means: the codes of PS3.7 C and of PS3.4 B.2.3, C.4. */
  static Reason reason(int status) {
    if (status == Status.PROCESSING_FAILURE || status == Status.CANCEL) {
      return Reason.FAILED;
    }
    if (status == Status.RESOURCE_LIMITATION || status >>> 8 == 0xA7) {
      return Reason.UNAVAILABLE;
    }
    boolean refusal = status >>> 8 == 1 || status >>> 8 == 2 || status >>> 12 == 0xA;
    return refusal ? Reason.REFUSED : Reason.FAILED;
  }
}
