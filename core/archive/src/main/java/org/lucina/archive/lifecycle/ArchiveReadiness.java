package org.lucina.archive.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lucina.spi.server.LucinaServer;

/** Tells load balancers ({@code /health/ready}) whether the archive can serve. */
@Readiness
@ApplicationScoped
public class ArchiveReadiness implements HealthCheck {
  @Inject private ArchiveState state;
  @Inject private LucinaServer server;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("archive")
        .status(state.isReady())
        .withData("storage", server.settings().storage())
        .build();
  }
}
