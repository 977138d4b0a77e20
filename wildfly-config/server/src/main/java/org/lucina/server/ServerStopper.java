package org.lucina.server;

import java.util.concurrent.TimeUnit;

/** Stops a server process in order, and by force only when that takes too long. */
record ServerStopper(Process server) implements Runnable {
  private static final int PATIENCE_SECONDS = 60;

  @Override
  public void run() {
    server.destroy();
    try {
      if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** The script's child, the server itself, would outlive the script. */
  private void kill() {
    server.descendants().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
  }
}
