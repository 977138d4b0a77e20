package org.lucina.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.lucina.net.TransitionTable.Transition;
import org.lucina.net.pdu.Abort;
import org.lucina.net.pdu.AssociateAc;
import org.lucina.net.pdu.AssociateRj;
import org.lucina.net.pdu.AssociateRq;
import org.lucina.net.pdu.PduEncoder;
import org.lucina.net.pdu.PduException;
import org.lucina.net.pdu.PduType;

/**
 * The Upper Layer protocol machine of one association over one connection (PS3.8 9.2). Whatever
 * happens goes through the {@link TransitionTable}; this class does what the table's actions say.
 */
final class UpperLayer {
  private final Connection connection;
  private final PduInput input;
  private final boolean requestor;
  private final PduArrivals arrivals;
  private final Duration artim;
  private final Duration idleTimeout;
  private volatile UpperLayerState state = UpperLayerState.IDLE;
  private boolean outOfStep;

  /**
   * Stands on a connection.
   *
   * @param requestor which side this is
   * @param maxPduLength bytes of P-DATA-TF that are accepted, 0 for no limit
   * @param artim the ARTIM timer (PS3.8 9.1.5)
   * @param idleTimeout wait for a message, and within one, at most
   */
  UpperLayer(
      Connection connection,
      boolean requestor,
      int maxPduLength,
      Duration artim,
      Duration idleTimeout) {
    this.connection = connection;
    this.input = new PduInput(connection);
    this.requestor = requestor;
    this.arrivals = new PduArrivals(input, maxPduLength);
    this.artim = artim;
    this.idleTimeout = idleTimeout;
  }

  UpperLayerState state() {
    return state;
  }

  boolean isEstablished() {
    return state == UpperLayerState.DATA_TRANSFER
        || state == UpperLayerState.AWAITING_LOCAL_RELEASE;
  }

  Connection connection() {
    return connection;
  }

  PduInput input() {
    return input;
  }

  /** As acceptor: waits for A-ASSOCIATE-RQ, for no longer than ARTIM in all. */
  AssociateRq awaitRequest() throws IOException {
    fire(UpperLayerEvent.TRANSPORT_INDICATION);
    connection.patience(artim);
    receive();
    return arrivals.request();
  }

  /** As acceptor: sends A-ASSOCIATE-AC. */
  void accept(AssociateAc ac) throws IOException {
    fire(UpperLayerEvent.ASSOCIATE_RESPONSE_ACCEPT);
    send(PduEncoder.encode(ac));
  }

  /** As acceptor: sends A-ASSOCIATE-RJ and waits for the peer to close. */
  void reject(AssociateRj rj) throws IOException {
    fire(UpperLayerEvent.ASSOCIATE_RESPONSE_REJECT);
    send(PduEncoder.encode(rj));
    linger();
  }

  /** As requestor: sends A-ASSOCIATE-RQ and waits for the answer, for no longer than ARTIM. */
  AssociateAc associate(AssociateRq rq) throws IOException {
    fire(UpperLayerEvent.ASSOCIATE_REQUEST);
    fire(UpperLayerEvent.TRANSPORT_CONFIRM);
    send(PduEncoder.encode(rq));
    connection.patience(artim);
    receive();
    return arrivals.acceptance();
  }

  /** Gives the peer the idle timeout for a message as a whole, and more as it goes on. */
  void beginMessage() {
    connection.pace(idleTimeout);
  }

  /**
   * Waits for data of the message that was begun.
   *
   * @return true when a P-DATA-TF is there to be read, false when the peer asks for release
   * @throws AssociationException when the association has ended in another way
   */
  boolean awaitData() throws IOException {
    if (state == UpperLayerState.AWAITING_LOCAL_RELEASE) {
      return false;
    }
    return receive() == UpperLayerAction.DT_2;
  }

  /** Checks that P-DATA may be sent now. */
  void requestData() throws AssociationException {
    fire(UpperLayerEvent.P_DATA_REQUEST);
  }

  /** Grants the release that the peer asks for. */
  void respondToRelease() throws IOException {
    UpperLayerAction action = fire(UpperLayerEvent.RELEASE_RESPONSE);
    send(PduEncoder.releaseRp());
    if (action == UpperLayerAction.AR_4) {
      linger();
    }
  }

  /** Asks for release and waits until the peer grants it. */
  void release() throws IOException {
    fire(UpperLayerEvent.RELEASE_REQUEST);
    send(PduEncoder.releaseRq());
    connection.patience(idleTimeout);
    while (state != UpperLayerState.IDLE) {
      UpperLayerAction action = receive();
      if (action == UpperLayerAction.AR_10 || action == UpperLayerAction.AR_8 && requestor) {
        respondToRelease();
      }
    }
  }

  /** A-ABORT by this side's user; waits for the peer to close. */
  void abort() {
    if (TransitionTable.find(state, UpperLayerEvent.ABORT_REQUEST, requestor).isPresent()) {
      sayAbort(UpperLayerEvent.ABORT_REQUEST, new Abort(Abort.SERVICE_USER, 0));
    } else {
      close();
    }
  }

  /** A-ABORT by this side's user from another thread than the association's; waits for nothing. */
  void abortNow() {
    state = UpperLayerState.IDLE;
    connection.writeAndClose(PduEncoder.encode(new Abort(Abort.SERVICE_USER, 0)));
  }

  /** A-ABORT by the service-provider for what the peer sent. */
  AssociationException fail(PduException fault) {
    outOfStep = true;
    sayAbort(UpperLayerEvent.INVALID_PDU, new Abort(Abort.SERVICE_PROVIDER, fault.reason()));
    return new AssociationException("Aborted: " + fault.getMessage(), fault);
  }

  /** What a failure to read or write means for the association, which it ends. */
  AssociationException broken(IOException fault) {
    if (fault instanceof AssociationException ended) {
      return ended;
    }
    if (fault instanceof PduException invalid) {
      return fail(invalid);
    }
    if (state == UpperLayerState.IDLE) {
      return new AssociationException("The association was ended by this side", fault);
    }
    if (fault instanceof SocketTimeoutException) {
      return late(fault);
    }
    transit(UpperLayerEvent.TRANSPORT_CLOSED);
    close();
    return new AssociationException("The peer closed the connection", fault);
  }

  private AssociationException late(IOException fault) {
    if (transit(UpperLayerEvent.ARTIM_EXPIRED).isPresent()) {
      close();
      return new AssociationException("No association was requested in time", fault);
    }
    outOfStep = true;
    abort();
    return new AssociationException("Aborted: the peer was silent or slow for too long", fault);
  }

  /** Ends everything, whatever the state. */
  void close() {
    state = UpperLayerState.IDLE;
    connection.close();
  }

  /** Receives a PDU and does what it calls for, until something is there for the caller. */
  private UpperLayerAction receive() throws IOException {
    try {
      while (true) {
        UpperLayerAction action = perform(arrivals.next(state));
        if (action != UpperLayerAction.AR_6) {
          return action;
        }
      }
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private UpperLayerAction perform(UpperLayerEvent event) throws IOException {
    UpperLayerAction action = fire(event);
    switch (action) {
      case AE_4 -> {
        close();
        throw new RejectedException(arrivals.rejection());
      }
      case AR_3 -> close();
      case AR_6 -> input.skip();
      case AA_2, AA_3 -> {
        close();
        throw new AssociationException(arrivals.abort().describe());
      }
      case AA_1 -> throw unexpected(event, new Abort(Abort.SERVICE_USER, 0));
      case AA_8 -> throw unexpected(event, new Abort(Abort.SERVICE_PROVIDER, Abort.UNEXPECTED_PDU));
      default -> {
        // The caller learns of it by the action.
      }
    }
    return action;
  }

  private AssociationException unexpected(UpperLayerEvent event, Abort answer) {
    speakLast(answer);
    return new AssociationException("Aborted: unexpected " + event);
  }

  private void sayAbort(UpperLayerEvent event, Abort asProviderOrUser) {
    Optional<UpperLayerAction> action = transit(event);
    boolean user = action.isPresent() && action.get() == UpperLayerAction.AA_1;
    speakLast(user ? new Abort(Abort.SERVICE_USER, 0) : asProviderOrUser);
  }

  private void speakLast(Abort words) {
    try {
      send(PduEncoder.encode(words));
      linger();
    } catch (IOException e) {
      // The peer is gone already; nobody is left to be told.
      close();
    }
  }

  /** Waits in Sta13 for the peer to close, for ARTIM at most, so that last words can arrive. */
  private void linger() {
    connection.beginLimit(artim);
    connection.patience(artim);
    try {
      boolean open = true;
      while (open && !outOfStep) {
        open = lingerOne();
      }
      if (open) {
        input.discardAll();
      }
    } catch (IOException e) {
      // Closed, late, or sending nonsense: it comes to the same.
      state = UpperLayerState.IDLE;
    }
    connection.endLimit();
    close();
  }

  private boolean lingerOne() throws IOException {
    if (!input.next()) {
      return false;
    }
    UpperLayerEvent event =
        PduType.of(input.type()).map(UpperLayerEvent::of).orElse(UpperLayerEvent.INVALID_PDU);
    UpperLayerAction action = fire(event);
    if (action == UpperLayerAction.AA_7) {
      send(PduEncoder.encode(new Abort(Abort.SERVICE_PROVIDER, Abort.UNEXPECTED_PDU)));
      connection.beginLimit(artim);
      outOfStep = true;
    }
    return action != UpperLayerAction.AA_2;
  }

  private void send(byte[] pdu) throws IOException {
    connection.write(pdu, 0, pdu.length);
  }

  /** Moves on by the table. */
  private UpperLayerAction fire(UpperLayerEvent event) throws AssociationException {
    return transit(event)
        .orElseThrow(() -> new AssociationException("The association is not open"));
  }

  private Optional<UpperLayerAction> transit(UpperLayerEvent event) {
    Optional<Transition> transition = TransitionTable.find(state, event, requestor);
    transition.ifPresent(found -> state = found.next());
    return transition.map(Transition::action);
  }
}
