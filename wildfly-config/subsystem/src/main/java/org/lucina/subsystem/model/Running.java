package org.lucina.subsystem.model;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.lucina.subsystem.runtime.RunningServer;

/** Gives management operations the server that runs, if one does. */
public record Running(AtomicReference<RunningServer> reference) implements Consumer<RunningServer> {

  /** The server, empty while the subsystem is not started. */
  public Optional<RunningServer> server() {
    return Optional.ofNullable(reference.get());
  }

  /** Takes a server that started, or null when it stopped. */
  @Override
  public void accept(RunningServer server) {
    reference.set(server);
  }
}
