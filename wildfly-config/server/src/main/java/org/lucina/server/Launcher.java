package org.lucina.server;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs an assembled server in the foreground: what {@code mvn -Prun} starts.
 *
 * <p>Whatever ends this process (Ctrl-C, SIGTERM) stops the server in order, and this process waits
 * for it.
 */
public final class Launcher {
  private Launcher() {}

  /**
   * Starts the server and returns when it has stopped.
   *
   * @param arguments the server's home directory
   * @throws IOException if the server cannot be started, or ended with an error
   * @throws InterruptedException if interrupted; the server stops then, too
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ServerCommand command = new ServerCommand(Path.of(arguments[0]), System.getProperties());
    Process server = command.start();
    Thread stopper = new Thread(new ServerStopper(server), "stop-server");
    Runtime.getRuntime().addShutdownHook(stopper);
    int status;
    try {
      status = server.waitFor();
    } catch (InterruptedException e) {
      stopper.run();
      throw e;
    }
    if (status != 0 && !stopper.isAlive()) {
      throw new IOException("The server ended with status " + status + "; see its log above");
    }
  }
}
