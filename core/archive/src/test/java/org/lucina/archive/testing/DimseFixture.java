package org.lucina.archive.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.lucina.archive.access.AeAccess;
import org.lucina.archive.access.ArchiveAssociationLog;
import org.lucina.archive.access.ArchivePolicy;
import org.lucina.archive.access.DicomAuditTrail;
import org.lucina.archive.dimse.ArchiveServices;
import org.lucina.net.Association;
import org.lucina.net.AssociationRequest;
import org.lucina.net.Associations;
import org.lucina.net.ConnectOptions;
import org.lucina.net.DicomListener;
import org.lucina.net.DimseService;
import org.lucina.net.ListenerConfig;
import org.lucina.net.PresentationContext;
import org.lucina.spi.server.RemoteAe;

/** The archive's DIMSE services on a free port of the loopback interface. */
public final class DimseFixture implements AutoCloseable {
  public final ArchiveFixture archive = new ArchiveFixture();
  public final List<String> audit = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private final DicomListener listener;

  /** Opens it. */
  public DimseFixture() throws IOException {
    DicomAuditTrail trail = new DicomAuditTrail(() -> "LUCINA", Clock.systemUTC(), audit::add);
    ArchiveAssociationLog log = new ArchiveAssociationLog(trail);
    ArchiveServices services =
        new ArchiveServices(
            archive.server,
            archive.store,
            archive.reader,
            archive.index,
            new MemoryQueries(archive.index),
            log,
            trail,
            later);
    ArchivePolicy policy = new ArchivePolicy(archive.server, new AeAccess(archive.server));
    listener = new DicomListener(config(), policy, services.bySopClass(), threads, log);
    listener.start();
  }

  /** A listener's settings on a free port. */
  public static ListenerConfig config() {
    return new ListenerConfig(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        Optional.empty(),
        false,
        100,
        100,
        131072,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        1);
  }

  /** Where it listens. */
  public int port() {
    return listener.address().getPort();
  }

  /** Configures a remote AE on this host that may do everything. */
  public void remote(String title, int port) {
    archive.server.with(
        new RemoteAe(
            title,
            title,
            "127.0.0.1",
            port,
            Optional.empty(),
            true,
            true,
            true,
            false,
            OptionalInt.empty()));
  }

  /** Opens an association as an SCU of the given contexts and roles. */
  public Association open(
      List<PresentationContext> contexts,
      Map<String, AssociationRequest.Role> roles,
      Map<String, byte[]> extended,
      Map<String, DimseService> services)
      throws IOException {
    AssociationRequest request =
        new AssociationRequest(
            "LUCINA",
            "TESTER",
            contexts,
            roles,
            131072,
            1,
            1,
            extended,
            Map.of(),
            Optional.empty(),
            "2.25.1",
            "TEST");
    return Associations.open(
        request,
        new ConnectOptions(
            "127.0.0.1",
            port(),
            Optional.empty(),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            services));
  }

  /** Opens an association as an SCU of some SOP classes in the plain syntaxes. */
  public Association open(String... sopClasses) throws IOException {
    return open(contexts(sopClasses), Map.of(), Map.of(), Map.of());
  }

  /** One context for each SOP class. */
  public static List<PresentationContext> contexts(String... sopClasses) {
    List<PresentationContext> contexts = new java.util.ArrayList<>();
    for (String sopClass : sopClasses) {
      contexts.add(
          new PresentationContext(
              2 * contexts.size() + 1,
              sopClass,
              List.of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2")));
    }
    return contexts;
  }

  @Override
  public void close() {
    listener.close();
    threads.shutdown();
    later.shutdownNow();
  }
}
