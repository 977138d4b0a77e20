package org.lucina.subsystem.model;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.as.controller.ControlledProcessState;
import org.jboss.as.controller.ProcessStateNotifier;
import org.lucina.subsystem.runtime.RunningServer;

/** Puts off what is to be done until all of WildFly runs: listeners open before HTTP serves. */
final class AfterBoot implements Consumer<RunningServer> {
  private final ProcessStateNotifier process;
  private final Consumer<RunningServer> then;

  AfterBoot(ProcessStateNotifier process, Consumer<RunningServer> then) {
    this.process = process;
    this.then = then;
  }

  @Override
  public void accept(RunningServer server) {
    Waiting waiting = new Waiting(server);
    process.addPropertyChangeListener(waiting);
    waiting.check();
  }

  private final class Waiting implements PropertyChangeListener {
    private final RunningServer server;
    private final AtomicBoolean due = new AtomicBoolean(true);

    private Waiting(RunningServer server) {
      this.server = server;
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
      check();
    }

    private void check() {
      boolean runs = process.getCurrentState() == ControlledProcessState.State.RUNNING;
      if (runs && due.getAndSet(false)) {
        process.removePropertyChangeListener(this);
        then.accept(server);
      }
    }
  }
}
