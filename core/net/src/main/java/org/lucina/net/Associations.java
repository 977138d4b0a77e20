package org.lucina.net;

import java.io.IOException;

/** Opens associations as requestor. */
public final class Associations {

  private Associations() {}

  /**
   * Connects and negotiates.
   *
   * @throws AssociationException when the peer rejects or aborts
   * @throws IOException when it cannot be reached in time
   */
  public static Association open(AssociationRequest request, ConnectOptions options)
      throws IOException {
    throw new IllegalStateException("contract only");
  }
}
