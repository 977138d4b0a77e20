package org.lucina.archive.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of DCMTK, run as a peer; a test is skipped where it is not installed. */
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

  /** Starts a program in a folder. */
  public static Tool start(Path folder, String name, String... arguments) throws IOException {
    boolean found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(bin -> Files.isExecutable(Path.of(bin, name)));
    assumeTrue(found, "skipped: " + name + " is not installed");
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, name, ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // without it DCMTK waits 40 ms for each acknowledgement
    builder.environment().put("TCP_NODELAY", "1");
    return new Tool(name, builder.start(), output);
  }

  /** Runs a program to its end and gives what it printed. */
  public static String run(Path folder, String name, String... arguments) throws Exception {
    try (Tool tool = start(folder, name, arguments)) {
      if (!tool.process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(name + " does not end: " + tool.output());
      }
      return tool.output();
    }
  }

  /** What it printed so far. */
  public String output() throws IOException {
    return Files.readString(output, StandardCharsets.ISO_8859_1);
  }

  /** Waits until it accepts connections. */
  public Tool listeningOn(int port) throws Exception {
    for (int attempt = 0; attempt < 200; attempt++) {
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (probe.isConnected()) {
          return this;
        }
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError(name + " does not listen: " + output());
  }

  /** A port that was free a moment ago. */
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
