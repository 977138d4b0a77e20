package org.lucina.archive.lifecycle;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.change.ChangeUpkeep;
import org.lucina.archive.identity.IdentityKeys;
import org.lucina.archive.pipeline.QueueingEngine;
import org.lucina.spi.server.LucinaServer;

/** Starts and stops the archive with its deployment, and makes checkpoints while it runs. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ArchiveStartup {
  /** So much later than it is a study is told to be stable, at most. */
  private static final long DETECTION_SECONDS = 2;

  @Inject private LucinaServer server;
  @Inject private ArchiveLifecycle lifecycle;
  @Inject private Checkpoints checkpoints;
  @Inject private PlainFileExporter exporter;
  @Inject private StorageMaintenance maintenance;
  @Inject private DigestVerifier verifier;
  @Inject private IndexReconciler reconciler;
  @Inject private AuditTrail audit;
  @Inject private ChangeUpkeep changes;
  @Inject private QueueingEngine engine;
  @Inject private IdentityKeys identities;

  @Resource private ManagedScheduledExecutorService executor;
  private ScheduledFuture<?> detection;
  private final List<AutoCloseable> offered = new ArrayList<>();
  private AutoCloseable pipelines;

  @PostConstruct
  void start() {
    record(AuditTrail.Event.APPLICATION_START);
    offered.add(server.offerVerifier(verifier));
    offered.add(server.offerReconciler(reconciler));
    offered.add(server.offerExporter(exporter));
    offered.add(server.offerIdentities(identities));
    lifecycle.start();
    pipelines = server.offerPipelines(engine);
    detection =
        executor.scheduleWithFixedDelay(
            changes::detect, DETECTION_SECONDS, DETECTION_SECONDS, TimeUnit.SECONDS);
  }

  /** Every three minutes: what a crash leaves to recover is no more than that. */
  @Schedule(hour = "*", minute = "*/3", persistent = false)
  void checkpoint() {
    checkpoints.make();
  }

  /** Every five minutes; one that takes longer is not begun again meanwhile. */
  @Schedule(hour = "*", minute = "*/5", persistent = false)
  void maintain() {
    maintenance.perform();
  }

  /** Every ten minutes. */
  @Schedule(hour = "*", minute = "*/10", persistent = false)
  void pruneChanges() {
    changes.prune();
  }

  @PreDestroy
  void stop() {
    ArchiveLifecycle.close(pipelines);
    engine.close();
    if (detection != null) {
      detection.cancel(false);
    }
    checkpoints.make();
    lifecycle.stop();
    offered.forEach(ArchiveLifecycle::close);
    record(AuditTrail.Event.APPLICATION_STOP);
  }

  private void record(AuditTrail.Event event) {
    String name = server.settings().localAeTitle();
    Requestor self = new Requestor(name, Requestor.Protocol.INTERNAL, "", Optional.empty(), false);
    audit.record(event, self, List.of(), List.of(), true, "");
  }
}
