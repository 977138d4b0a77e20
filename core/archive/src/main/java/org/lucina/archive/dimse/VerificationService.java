package org.lucina.archive.dimse;

import java.io.IOException;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseException;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;

/** Verification (PS3.4 A): answers C-ECHO. */
final class VerificationService implements DimseService {

  @Override
  public void serve(Exchange exchange) throws IOException, DimseException {
    Requests.require(exchange, DimseCommand.C_ECHO);
    exchange.respond(Status.SUCCESS);
  }
}
