package org.lucina.tests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** A server of a test's own, which may be killed. */
final class OwnServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final Process process;

  private OwnServer(Process process) {
    this.process = process;
  }

  /** Starts a server on a base directory, and waits until its DICOM listener is open. */
  static OwnServer start(Path base, Ports ports, List<String> arguments) throws IOException {
    StandaloneCommandBuilder command =
        StandaloneCommandBuilder.of(System.getProperty("server.home"))
            .setBaseDirectory(base)
            .setServerConfiguration("lucina.xml")
            .setJavaHome(System.getProperty("java.home"))
            .setJavaOptions("-Xmx512m", "-Dfile.encoding=UTF-8", "-Djava.net.preferIPv4Stack=true")
            .addServerArgument("-Djboss.socket.binding.port-offset=" + ports.offset())
            .addServerArguments(arguments);
    Process process =
        Launcher.of(command)
            .addEnvironmentVariable("LUCINA_ADMIN_PASSWORD", System.getenv("LUCINA_ADMIN_PASSWORD"))
            .setRedirectErrorStream(true)
            .redirectOutput(base.resolve("console.log"))
            .launch();
    OwnServer server = new OwnServer(process);
    try {
      await().atMost(PATIENCE).until(() -> server.listensOn(ports.dicom()));
    } catch (RuntimeException | Error e) {
      server.kill();
      throw e;
    }
    return server;
  }

  private boolean listensOn(int port) {
    if (!process.isAlive()) {
      throw new IllegalStateException("the server ended with status " + process.exitValue());
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Stops it in order. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
