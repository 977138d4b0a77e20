package org.lucina.archive.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.pipeline.queue.ServerBroker;
import org.lucina.archive.pipeline.state.Positions;
import org.lucina.archive.pipeline.state.WaitingRoom;
import org.lucina.archive.report.Reports;
import org.lucina.spi.server.LucinaServer;

/** Makes the engine of pipelines from what the server has. */
@ApplicationScoped
public class PipelineBeans {
  /** Servers that share a database have different ones, as their transaction logs need them too. */
  private static final String NODE = System.getProperty("jboss.tx.node.id", "lucina");

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService scheduler;

  /** The engine; whoever has it closes it. */
  @Produces
  @Singleton
  QueueingEngine engine(Database database, LucinaServer server, MeterRegistry metrics) {
    return new QueueingEngine(
        new Resources(
            new ServerBroker(),
            new Positions(database.transactions(), NODE),
            new WaitingRoom(database, NODE),
            new Reports(server.home().resolve("reports")),
            threads,
            scheduler,
            metrics,
            Clock.systemDefaultZone()));
  }
}
