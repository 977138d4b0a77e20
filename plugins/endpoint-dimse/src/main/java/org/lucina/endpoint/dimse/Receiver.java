package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.lucina.net.Association;
import org.lucina.net.AssociationLog;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.AssociationRequest;
import org.lucina.net.DicomListener;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.ListenerConfig;

/** Listens for the objects of one C-MOVE, and no longer. */
final class Receiver implements AutoCloseable {
  private static final int MAX_ASSOCIATIONS = 16;
  private static final int END_SECONDS = 5;

  private final DicomListener listener;
  private final ExecutorService threads;

  private Receiver(DicomListener listener, ExecutorService threads) {
    this.listener = listener;
    this.threads = threads;
  }

  /** Binds the port. */
  static Receiver open(
      ReceiverSettings settings,
      Optional<SSLContext> tls,
      AssociationPolicy policy,
      DimseService intake)
      throws IOException {
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "lucina-receiver-" + settings.address().getPort());
              thread.setDaemon(true);
              return thread;
            });
    Optional<Supplier<SSLContext>> context = tls.map(given -> () -> given);
    ListenerConfig config =
        new ListenerConfig(
            settings.address(),
            context,
            false,
            MAX_ASSOCIATIONS,
            MAX_ASSOCIATIONS,
            settings.maxPdu(),
            settings.idleTimeout(),
            settings.idleTimeout(),
            1);
    DicomListener listener =
        new DicomListener(
            config, policy, Map.of(DimseService.ANY_SOP_CLASS, intake), threads, new Log());
    try {
      listener.start();
      return new Receiver(listener, threads);
    } catch (IOException e) {
      threads.shutdown();
      throw e;
    }
  }

  /** Waits for its threads, so that the port is free for the next one. */
  @Override
  public void close() {
    listener.close();
    threads.shutdown();
    try {
      threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Who comes and goes is the peer's, and told by the outcome of its C-MOVE. */
  private static final class Log implements AssociationLog {
    @Override
    public void opened(Association association) {
      DimseLogger.LOG.tracef("%s sends", association.remoteAeTitle());
    }

    @Override
    public void rejected(
        AssociationRequest request, InetSocketAddress peer, AssociationPolicy.Rejection rejection) {
      DimseLogger.LOG.refused(
          request.callingAeTitle(), "the association was rejected, reason " + rejection.reason());
    }

    @Override
    public void closed(Association association, Throwable fault) {
      if (fault != null) {
        DimseLogger.LOG.lost(fault);
      }
    }

    @Override
    public void failed(InetSocketAddress peer, Throwable fault) {
      DimseLogger.LOG.lost(fault);
    }

    @Override
    public void serviceFailed(Exchange exchange, Throwable fault) {
      DimseLogger.LOG.lost(fault);
    }
  }
}
