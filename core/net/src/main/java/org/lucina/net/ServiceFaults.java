package org.lucina.net;

import java.io.IOException;

/** Is told of services that throw what they should not; the peer gets status 0110 afterwards. */
@FunctionalInterface
interface ServiceFaults {

  /** Takes a fault; may throw instead of letting the association go on. */
  void report(Exchange exchange, Exception fault) throws IOException;

  /** Aborts the association and throws the fault, to whoever uses the association. */
  static void abortAndThrow(Exchange exchange, Exception fault) throws IOException {
    exchange.association().abort();
    if (fault instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    throw fault instanceof IOException io ? io : new IOException(fault);
  }
}
