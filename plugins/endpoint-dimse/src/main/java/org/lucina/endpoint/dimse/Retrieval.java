package org.lucina.endpoint.dimse;

import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;

/** A way to have the objects of a dixel sent into a delivery. */
@FunctionalInterface
interface Retrieval {

  /**
   * Has them sent; returns when all have come.
   *
   * @param complete with the identifiers of all levels above that the information model has
   * @throws EndpointException when not all have come
   */
  void retrieve(Reference complete, Delivery delivery) throws EndpointException;
}
