package org.lucina.archive.job;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.server.LucinaServer;

/**
 * Waits for the endpoints, anonymizers and mints that a job names, which come and go with their
 * plugins.
 */
final class JobParts {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final LucinaServer server;
  private final JobProgress progress;
  private final Stop stop;

  JobParts(LucinaServer server, JobProgress progress, Stop stop) {
    this.server = server;
    this.progress = progress;
    this.stop = stop;
  }

  /** An endpoint; empty when the job is to end. */
  Optional<Endpoint> endpoint(String name) throws InterruptedException {
    return await("endpoint '" + name + "'", name, server::endpoint);
  }

  /** An anonymizer; empty when the job is to end. */
  Optional<Anonymizer> anonymizer(String name) throws InterruptedException {
    return await("anonymizer '" + name + "'", name, server::anonymizer);
  }

  /** A mint; empty when the job is to end. */
  Optional<Mint> mint(String name) throws InterruptedException {
    return await("mint '" + name + "'", name, server::mint);
  }

  private <T> Optional<T> await(String what, String name, Function<String, Optional<T>> find)
      throws InterruptedException {
    Optional<T> found = find.apply(name);
    while (found.isEmpty() && !stop.isWished()) {
      progress.waiting("for " + what + " to run");
      stop.pause(PAUSE);
      found = find.apply(name);
    }
    progress.waiting("");
    return stop.isWished() ? Optional.empty() : found;
  }
}
