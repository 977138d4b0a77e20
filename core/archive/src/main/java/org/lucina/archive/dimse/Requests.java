package org.lucina.archive.dimse;

import java.util.List;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseException;
import org.lucina.net.Exchange;
import org.lucina.net.Status;

/** Checks of requests that all services share. */
final class Requests {

  private Requests() {}

  /** Refuses commands that the service does not have. */
  static void require(Exchange exchange, DimseCommand command) throws DimseException {
    if (exchange.type() != command) {
      throw new DimseException(
          Status.UNRECOGNIZED_OPERATION, exchange.type() + " is not of this service");
    }
  }

  /** A command element that must be there. */
  static String required(Exchange exchange, int tag) throws DimseException {
    return exchange
        .command()
        .string(tag)
        .orElseThrow(
            () ->
                new DimseException(
                    Status.MISSING_ATTRIBUTE, "a command element is missing", List.of(tag), null));
  }
}
