package org.lucina.subsystem.runtime;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.lucina.net.DicomListener;
import org.lucina.subsystem.LucinaLogger;

/** One configured listener: open while something is published. */
public final class Listener {

  /** Where it stands. */
  public enum State {
    CLOSED,
    OPEN,
    FAILED
  }

  private final ListenerSpec spec;
  private volatile Optional<DicomListener> open = Optional.empty();
  private volatile Optional<String> error = Optional.empty();

  Listener(ListenerSpec spec) {
    this.spec = spec;
  }

  void open(Publication publication, RemoteAes remoteAes, Executor threads) {
    DicomListener listener =
        new DicomListener(
            spec.config(),
            new ListenerPolicy(spec.calledAeTitles(), remoteAes, publication.policy()),
            publication.services(),
            threads,
            publication.log());
    try {
      listener.start();
    } catch (IOException e) {
      error = Optional.of(String.valueOf(e.getMessage()));
      LucinaLogger.LOG.cannotListen(spec.name(), spec.config().address(), e);
      listener.close();
      return;
    }
    error = Optional.empty();
    open = Optional.of(listener);
    spec.port().bound(listener.address());
    LucinaLogger.LOG.listening(
        spec.name(), listener.address(), spec.config().tls().isPresent() ? " (TLS)" : "");
  }

  void close() {
    error = Optional.empty();
    open.ifPresent(
        listener -> {
          open = Optional.empty();
          spec.port().unbound();
          listener.close();
          LucinaLogger.LOG.closed(spec.name());
        });
  }

  /** What was configured. */
  public ListenerSpec spec() {
    return spec;
  }

  /** Where it stands. */
  public State state() {
    if (open.isPresent()) {
      return State.OPEN;
    }
    return error.isPresent() ? State.FAILED : State.CLOSED;
  }

  /** Why it is not open. */
  public Optional<String> error() {
    return error;
  }

  /** Where it listens now. */
  public Optional<InetSocketAddress> address() {
    return open.map(DicomListener::address);
  }

  /** Open associations. */
  public int openAssociations() {
    return open.map(DicomListener::openAssociations).orElse(0);
  }
}
