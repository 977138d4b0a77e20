package org.lucina.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executor;

/** Accepts associations on a TCP port and has their requests performed by services. */
public final class DicomListener implements Closeable {

  /**
   * Prepares a listener.
   *
   * @param services what is served, by SOP class
   * @param threads runs one task for the listener itself and one for each association
   * @param log told of associations as they come and go
   */
  public DicomListener(
      ListenerConfig config,
      AssociationPolicy policy,
      Map<String, DimseService> services,
      Executor threads,
      AssociationLog log) {
    throw new IllegalStateException("contract only");
  }

  /** Binds the port and begins to accept. */
  public void start() throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** Where it listens, with the port that was bound when 0 was asked for. */
  public InetSocketAddress address() {
    throw new IllegalStateException("contract only");
  }

  /** Number of open associations. */
  public int openAssociations() {
    throw new IllegalStateException("contract only");
  }

  /** Accepts no more, lets requests in progress end within 5 s, then aborts what is left. */
  @Override
  public void close() {
    throw new IllegalStateException("contract only");
  }
}
