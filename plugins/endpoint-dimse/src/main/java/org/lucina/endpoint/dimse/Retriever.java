package org.lucina.endpoint.dimse;

import java.util.Set;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException;

/** A way to have objects from the peer. */
@FunctionalInterface
interface Retriever {

  /**
   * Retrieves a dixel with all its instances.
   *
   * @param reference with the identifiers of all levels above that the information model has
   * @throws EndpointException NOT_FOUND when the peer has none
   */
  Dixel retrieve(Reference reference, Set<View> views) throws EndpointException;
}
