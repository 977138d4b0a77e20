package org.lucina.net;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an encoded data set, in the transfer syntax of the context in use, to the network. */
@FunctionalInterface
public interface DataSource {

  /**
   * Writes all of it.
   *
   * @param out not to be closed; a {@link ChannelOutput}, so that what is in a file need not be
   *     copied
   */
  void writeTo(OutputStream out) throws IOException;
}
