package org.lucina.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.lucina.net.pdu.AssociateRj;
import org.lucina.net.pdu.AssociateRq;

/** A connection to a listener, from TLS handshake to the end of its association. */
final class AcceptedConnection implements Runnable {
  private final Context listener;
  private final Socket transport;
  private final InetSocketAddress peer;
  private final Watch watch;
  private final Activity activity = new Activity();
  private volatile Optional<UpperLayer> upper = Optional.empty();

  /** What connections of one listener share. */
  record Context(
      ListenerConfig config,
      AssociationPolicy policy,
      Map<String, DimseService> services,
      AssociationLimits limits,
      AssociationLog log) {}

  /** Takes over a socket; ARTIM begins. */
  AcceptedConnection(Context listener, Socket transport) {
    this.listener = listener;
    this.transport = transport;
    this.peer = (InetSocketAddress) transport.getRemoteSocketAddress();
    this.watch = new Watch(transport);
    watch.arm(listener.config().requestTimeout());
  }

  InetSocketAddress peer() {
    return peer;
  }

  /** Cuts the connection off when it is late. */
  void sweep() {
    watch.sweep();
  }

  /**
   * Lets no further request begin, and ends the association if none is in progress.
   *
   * @param now whether to end it in any case
   */
  void close(boolean now) {
    boolean idle = activity.close();
    if (idle || now) {
      upper.ifPresentOrElse(UpperLayer::abortNow, watch::closeTransport);
    }
  }

  @Override
  public void run() {
    UpperLayer layer;
    AssociateRq rq;
    try {
      layer = open();
      upper = Optional.of(layer);
      rq = layer.awaitRequest();
      watch.disarm();
    } catch (IOException | RuntimeException e) {
      watch.closeTransport();
      listener.log().failed(peer, e);
      return;
    }
    try {
      answer(layer, rq);
    } catch (IOException | RuntimeException e) {
      listener.log().failed(peer, e);
    } finally {
      layer.close();
    }
  }

  private UpperLayer open() throws IOException {
    ListenerConfig config = listener.config();
    Socket socket = transport;
    if (config.tls().isPresent()) {
      SSLSocket tls =
          Tls.server(config.tls().get().get(), transport, config.requireClientCertificate());
      tls.startHandshake();
      socket = tls;
    }
    return new UpperLayer(
        new Connection(transport, socket, watch, config.idleTimeout()),
        false,
        config.maxPduLength(),
        config.requestTimeout(),
        config.idleTimeout());
  }

  private void answer(UpperLayer layer, AssociateRq rq) throws IOException {
    AssociationRequest request = AssociateMapping.fromPdu(rq);
    Optional<AssociateRj> refusal = protocolRefusal(rq);
    if (refusal.isEmpty()) {
      refusal =
          listener
              .policy()
              .admit(request, peer.getAddress(), layer.connection().tlsPeer())
              .map(why -> new AssociateRj(why.result(), why.source(), why.reason()));
    }
    if (refusal.isPresent()) {
      reject(layer, request, refusal.get());
      return;
    }
    String caller = request.callingAeTitle();
    int ofAe =
        listener.policy().associationLimit(caller).orElse(listener.config().maxAssociationsPerAe());
    if (!listener.limits().acquire(caller, ofAe)) {
      AssociationPolicy.Rejection limit = AssociationPolicy.Rejection.LOCAL_LIMIT;
      reject(layer, request, new AssociateRj(limit.result(), limit.source(), limit.reason()));
      return;
    }
    try {
      accept(layer, rq, request);
    } finally {
      listener.limits().release(caller);
    }
  }

  private static Optional<AssociateRj> protocolRefusal(AssociateRq rq) {
    if ((rq.protocolVersion() & 1) == 0) {
      return Optional.of(AssociateRj.PROTOCOL_VERSION);
    }
    return rq.applicationContext().equals(Implementation.APPLICATION_CONTEXT)
        ? Optional.empty()
        : Optional.of(AssociateRj.APPLICATION_CONTEXT);
  }

  private void reject(UpperLayer layer, AssociationRequest request, AssociateRj rj)
      throws IOException {
    listener
        .log()
        .rejected(
            request, peer, new AssociationPolicy.Rejection(rj.result(), rj.source(), rj.reason()));
    layer.reject(rj);
  }

  private void accept(UpperLayer layer, AssociateRq rq, AssociationRequest request)
      throws IOException {
    ListenerConfig config = listener.config();
    Negotiation.Answer answer =
        Negotiation.answer(
            rq, request, listener.policy(), config.maxPduLength(), config.maxOperations());
    Session session =
        new Session(
            layer, false, answer.negotiated(), listener.services(), listener.log()::serviceFailed);
    layer.accept(answer.ac());
    listener.log().opened(session);
    Throwable fault = null;
    try {
      session.serveAll(activity);
    } catch (IOException | RuntimeException | Error e) {
      fault = e;
      session.abort();
      if (e instanceof Error error) {
        throw error;
      }
    } finally {
      listener.log().closed(session, fault);
    }
  }
}
