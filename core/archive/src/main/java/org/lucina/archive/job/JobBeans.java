package org.lucina.archive.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.lucina.archive.endpoint.ArchiveEndpoint;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.server.LucinaServer;

/** Makes the jobs, which are remembered in the folder {@code jobs} of LUCINA_HOME. */
@ApplicationScoped
public class JobBeans {
  @Resource private ManagedThreadFactory threads;

  @Produces
  @Singleton
  Jobs jobs(LucinaServer server, ArchiveEndpoint archive) {
    return new Jobs(
        server.home().resolve("jobs"),
        definition -> run(definition, server, archive),
        new ContainerJobs());
  }

  private JobRun run(JobDefinition definition, LucinaServer server, Endpoint archive) {
    if (definition instanceof CollectDefinition collect) {
      return new Collector(collect, server, archive, Patience.USUAL, threads);
    }
    if (definition instanceof ScanDefinition scan) {
      return new Scanner(scan, server, Patience.USUAL);
    }
    return new FileIndexer((IndexDefinition) definition, server, Patience.USUAL);
  }
}
