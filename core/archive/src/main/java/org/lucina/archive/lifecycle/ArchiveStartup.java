package org.lucina.archive.lifecycle;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.change.ChangeUpkeep;
import org.lucina.archive.pipeline.QueueingEngine;
import org.lucina.spi.server.LucinaServer;

/** Starts and stops the archive with its deployment, and makes checkpoints while it runs. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ArchiveStartup {
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

  private final List<AutoCloseable> offered = new ArrayList<>();
  private AutoCloseable pipelines;

  @PostConstruct
  void start() {
    record(AuditTrail.Event.APPLICATION_START);
    offered.add(server.offerVerifier(verifier));
    offered.add(server.offerReconciler(reconciler));
    offered.add(server.offerExporter(exporter));
    lifecycle.start();
    pipelines = server.offerPipelines(engine);
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

  /** Every two seconds: so much later than that a study is stable at most. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void detectStable() {
    changes.detect();
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
