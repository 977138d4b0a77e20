package org.lucina.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
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

  /** The acceptor's response to the user identity, when one was asked for (PS3.7 D.3.3.7.2). */
  Optional<byte[]> userIdentityResponse();

  /** Operations that this side may have outstanding at once, 0 for no limit (PS3.7 D.3.3.3). */
  int maxOperationsInvoked();

  /** Whether it can still be used. */
  boolean isOpen();

  /** C-ECHO. */
  Response echo() throws IOException;

  /**
   * C-STORE in a context that was agreed on. When the source of the data fails before the network
   * buffer (128 KiB) was first sent, the association lives on; later on it is aborted.
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

  /**
   * C-STOREs one after another without waiting for each response, as far as the asynchronous
   * operations window allows (PS3.7 D.3.3.3); with a window of 1 as {@link #store} does.
   *
   * @param outcome told each response as it comes
   */
  void storeAll(Iterator<StoreOperation> operations, StoreSink outcome) throws IOException;

  /**
   * Has the requests performed that the peer sends, such as N-EVENT-REPORT after a storage
   * commitment request.
   *
   * @param wait how long to wait for one, at most
   * @return whether one came
   */
  boolean serve(Duration wait) throws IOException;

  /**
   * C-FIND, C-MOVE, C-GET or a DIMSE-N request.
   *
   * <p>Message ID, Command Field, Command Data Set Type, and, where {@code fields} has none, the
   * context's abstract syntax as Affected or Requested SOP Class UID, are filled in. When the sink
   * throws, the association is aborted.
   *
   * @param fields the other elements of the command set
   * @param data the data set, if there is one
   * @param pending takes responses as they come
   * @return the final response
   */
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

  /** One C-STORE of many, with the parameters of {@link #store}. */
  record StoreOperation(
      AcceptedContext context,
      String sopClass,
      String sopInstance,
      Optional<MoveOriginator> moveOriginator,
      DataSource data) {}

  /** Takes the responses of {@link #storeAll}; returns false to send no more. */
  @FunctionalInterface
  interface StoreSink {
    boolean accept(StoreOperation operation, Response response) throws IOException;
  }

  /** Takes pending responses; returns false to send a C-CANCEL. */
  @FunctionalInterface
  interface PendingSink {
    boolean accept(Response response) throws IOException;
  }
}
