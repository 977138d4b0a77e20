package org.lucina.net;

import java.io.IOException;

/**
 * Performs the requests that arrive for some SOP classes: a service class provider.
 *
 * <p>Called on the association's thread, one request of an association at a time; instances are
 * shared by all associations and thread-safe.
 */
public interface DimseService {

  /** In a map of services by SOP class: the key of the one that serves all others. */
  String ANY_SOP_CLASS = "*";

  /**
   * Performs one request and sends its responses through the exchange; if it returns without a
   * final response, one of status success is sent.
   *
   * @throws DimseException to answer with that status; unread data is skipped and the association
   *     lives on
   * @throws IOException when the association is lost
   */
  void serve(Exchange exchange) throws IOException, DimseException;
}
