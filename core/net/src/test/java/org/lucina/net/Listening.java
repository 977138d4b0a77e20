package org.lucina.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.lucina.dicom.UID;

/** A listener on a free port of the loopback interface, for one test. */
final class Listening implements AutoCloseable {
  final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
  final Queue<Association> opened = new ConcurrentLinkedQueue<>();
  final Queue<Association> closed = new ConcurrentLinkedQueue<>();
  final Queue<AssociationPolicy.Rejection> rejected = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final DicomListener listener;

  private Listening(
      ListenerConfig config, AssociationPolicy policy, Map<String, DimseService> services)
      throws IOException {
    listener = new DicomListener(config, policy, services, threads, new Log());
    listener.start();
  }

  static Listening with(Map<String, DimseService> services) throws IOException {
    return new Listening(new Settings().config(), new AcceptAll(), services);
  }

  static Listening with(Settings settings, Map<String, DimseService> services) throws IOException {
    return new Listening(settings.config(), new AcceptAll(), services);
  }

  static Listening with(
      Settings settings, AssociationPolicy policy, Map<String, DimseService> services)
      throws IOException {
    return new Listening(settings.config(), policy, services);
  }

  int port() {
    return listener.address().getPort();
  }

  DicomListener listener() {
    return listener;
  }

  @Override
  public void close() {
    listener.close();
    threads.shutdown();
  }

  /** Listener settings that a test changes where it matters. */
  static final class Settings {
    Optional<SSLContext> tls = Optional.empty();
    boolean requireClientCertificate;
    int maxAssociations = 100;
    int maxAssociationsPerAe = 100;
    int maxPduLength = 131072;
    Duration requestTimeout = Duration.ofSeconds(10);
    Duration idleTimeout = Duration.ofSeconds(20);
    int maxOperations = 1;

    ListenerConfig config() {
      return new ListenerConfig(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          tls.map(context -> () -> context),
          requireClientCertificate,
          maxAssociations,
          maxAssociationsPerAe,
          maxPduLength,
          requestTimeout,
          idleTimeout,
          maxOperations);
    }
  }

  /** Lets everybody do everything, in the first transfer syntax that is proposed. */
  static class AcceptAll implements AssociationPolicy {

    @Override
    public Optional<Rejection> admit(
        AssociationRequest request, InetAddress peer, Optional<Principal> tlsPeer) {
      return Optional.empty();
    }

    @Override
    public Optional<String> chooseTransferSyntax(
        AssociationRequest request, String abstractSyntax, List<String> proposed) {
      return proposed.contains(UID.ExplicitVRLittleEndian)
          ? Optional.of(UID.ExplicitVRLittleEndian)
          : Optional.of(proposed.get(0));
    }

    @Override
    public boolean supports(AssociationRequest request, String abstractSyntax) {
      return true;
    }
  }

  private final class Log implements AssociationLog {

    @Override
    public void opened(Association association) {
      opened.add(association);
    }

    @Override
    public void rejected(
        AssociationRequest request, InetSocketAddress peer, AssociationPolicy.Rejection why) {
      rejected.add(why);
    }

    @Override
    public void closed(Association association, Throwable fault) {
      closed.add(association);
      if (fault != null) {
        faults.add(fault);
      }
    }

    @Override
    public void failed(InetSocketAddress peer, Throwable fault) {
      faults.add(fault);
    }

    @Override
    public void serviceFailed(Exchange exchange, Throwable fault) {
      faults.add(fault);
    }
  }
}
