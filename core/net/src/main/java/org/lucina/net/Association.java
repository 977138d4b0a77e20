package org.lucina.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;

/**
 * An association (PS3.8), requested or accepted. As service class user, call the operations; they
 * block until the final response. Not thread-safe: used by the thread that opened it, or by the
 * {@link DimseService} that is serving on it (which may invoke C-STORE for C-GET, and
 * N-EVENT-REPORT).
 */
public interface Association extends Closeable {

  /** What was proposed. */
  AssociationRequest request();

  /** What was agreed on. */
  Collection<AcceptedContext> contexts();

  /** The contexts of a SOP class in which this side may invoke operations. */
  List<AcceptedContext> contextsFor(String sopClass);

  /** Title of this side. */
  String localAeTitle();

  /** Title of the other side. */
  String remoteAeTitle();

  /** Address of the other side. */
  InetSocketAddress remoteAddress();

  /** Extended negotiation bytes that the acceptor answered for a SOP class (PS3.7 D.3.3.5). */
  Optional<byte[]> extendedNegotiation(String sopClass);

  /** Whether it can still be used. */
  boolean isOpen();

  /** C-ECHO. */
  Response echo() throws IOException;

  /**
   * C-STORE in a context that was agreed on.
   *
   * @param moveOriginator AE title and message id of the C-MOVE that caused it
   */
  Response store(
      AcceptedContext context,
      String sopClass,
      String sopInstance,
      Optional<MoveOriginator> moveOriginator,
      DataSource data)
      throws IOException;

  /** C-FIND, C-MOVE, C-GET or a DIMSE-N request; pending responses go to the sink as they come. */
  Response invoke(
      AcceptedContext context,
      DimseCommand type,
      DataSet fields,
      Optional<DataSet> data,
      PendingSink pending)
      throws IOException;

  /** Ends it in order (A-RELEASE). */
  void release() throws IOException;

  /** Ends it at once (A-ABORT, service-user). */
  void abort();

  /** Releases when open. */
  @Override
  default void close() throws IOException {
    if (isOpen()) {
      release();
    }
  }

  /** AE title and message id of the C-MOVE behind a C-STORE (PS3.7 9.1.1.1). */
  record MoveOriginator(String aeTitle, int messageId) {}

  /** Takes pending responses; returns false to send a C-CANCEL. */
  @FunctionalInterface
  interface PendingSink {
    boolean accept(Response response) throws IOException;
  }
}
