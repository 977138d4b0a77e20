package org.lucina.net;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an encoded data set, in the transfer syntax of the context in use, to the network. */
@FunctionalInterface
public interface DataSource {

  /** Writes all of it; the stream is not to be closed. */
  void writeTo(OutputStream out) throws IOException;
}
