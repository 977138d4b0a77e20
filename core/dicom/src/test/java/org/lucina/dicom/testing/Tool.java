package org.lucina.dicom.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of another maker, run as a peer; a test is skipped where it is not installed. */
public final class Tool implements AutoCloseable {
  private static final long LIMIT_SECONDS = 120;

  private final String name;
  private final Process process;
  private final Path output;

  private Tool(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  /** Skips the test where a program is not installed. */
  public static void assumeInstalled(String name) {
    boolean found =
        Path.of(name).isAbsolute()
            || Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    assumeTrue(found, name + " is not installed: skipped");
  }

  /** Starts a program in a folder. */
  public static Tool start(Path folder, String name, String... arguments) throws IOException {
    assumeInstalled(name);
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("TCP_NODELAY", "1");
    return new Tool(name, builder.start(), output);
  }

  /** Runs a program to its end and answers what it printed; it must end with success. */
  public static String run(Path folder, String name, String... arguments) throws Exception {
    try (Tool tool = start(folder, name, arguments)) {
      int exit = tool.exitCode();
      assertThat(exit).as("%s %s%n%s", name, List.of(arguments), tool.output()).isZero();
      return tool.output();
    }
  }

  /** Runs a program to its end, which may be a failure, and answers what it printed. */
  public static String printed(Path folder, String name, String... arguments) throws Exception {
    try (Tool tool = start(folder, name, arguments)) {
      tool.exitCode();
      return tool.output();
    }
  }

  /** Waits for its end. */
  public int exitCode() throws Exception {
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
        .as("%s ends in time%n%s", name, output())
        .isTrue();
    return process.exitValue();
  }

  /** What it has printed. */
  public String output() throws IOException {
    return Files.readString(output, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** Waits until a server program accepts connections. */
  public Tool listeningOn(int port) throws Exception {
    for (int attempt = 0; attempt < 200; attempt++) {
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(probe.isConnected()).isTrue();
        return this;
      } catch (IOException e) {
        assertThat(process.isAlive()).as("%s runs%n%s", name, output()).isTrue();
        Thread.sleep(50);
      }
    }
    throw new AssertionError(name + " does not listen: " + output());
  }

  /** A port of the loopback interface that was free a moment ago. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
