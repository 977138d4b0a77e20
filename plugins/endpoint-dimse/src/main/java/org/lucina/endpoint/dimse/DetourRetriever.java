package org.lucina.endpoint.dimse;

import java.util.Set;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Has objects sent to another archive that the peer knows, and gets them from there. */
final class DetourRetriever implements Retriever {
  private final Mover mover;
  private final String destination;
  private final ServerContext server;
  private final String endpoint;

  /**
   * Goes by another archive.
   *
   * @param destination its AE title
   * @param endpoint the name of the endpoint that it is to this server
   */
  DetourRetriever(Mover mover, String destination, ServerContext server, String endpoint) {
    this.mover = mover;
    this.destination = destination;
    this.server = server;
    this.endpoint = endpoint;
  }

  @Override
  public Dixel retrieve(Reference complete, Set<View> views) throws EndpointException {
    Endpoint receiver =
        server
            .endpoint(endpoint)
            .orElseThrow(
                () ->
                    new EndpointException(
                        Reason.UNAVAILABLE, "endpoint '" + endpoint + "' is not running"));
    mover.move(complete, destination);
    return receiver.get(complete, views);
  }
}
