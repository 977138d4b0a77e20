package org.lucina.dicom.testing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of another DICOM toolkit, run to compare with ours; tests skip where it is absent. */
public final class ExternalTool {
  private static final long PATIENCE_SECONDS = 300;

  private final String command;

  private ExternalTool(String command) {
    this.command = command;
  }

  /** What a program did. */
  public record Result(int status, String output) {}

  /** The program; skips the running test, saying why, when it is not installed. */
  public static ExternalTool orSkip(String name, String debianPackage) {
    Path program = Path.of("/usr/bin", name);
    Assumptions.assumeTrue(
        Files.isExecutable(program),
        "skipped: " + program + " is absent (Debian package " + debianPackage + ")");
    return new ExternalTool(program.toString());
  }

  /** Runs it to the end; standard output and error come together, decoded byte by byte. */
  public Result run(String... arguments) throws IOException {
    return run(StandardCharsets.ISO_8859_1, arguments);
  }

  /** Runs it to the end; standard output and error come together. */
  public Result run(Charset charset, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add(0, command);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("TCP_NODELAY", "1");
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      String output = new String(process.getInputStream().readAllBytes(), charset);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(command + " does not end");
      }
      return new Result(process.exitValue(), output);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    } finally {
      process.destroyForcibly();
    }
  }
}
