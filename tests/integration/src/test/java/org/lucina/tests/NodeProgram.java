package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs in {@code src/test/node}, with the packages from npm that they use. */
final class NodeProgram {
  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path FOLDER = Path.of("target", "node").toAbsolutePath();
  private static final long PATIENCE_SECONDS = 180;

  /**
   * How a program ended.
   *
   * @param status exit status, -1 when there is no such program
   * @param output what it printed
   */
  record Result(int status, String output) {}

  private NodeProgram() {}

  /** Installs the packages that are locked; skips the test where npm is absent or cannot. */
  static void install() throws Exception {
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Files.write(FOLDER.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
    Path lock = FOLDER.resolve("package-lock.json");
    Path installed = FOLDER.resolve("node_modules/installed.json");
    if (!Files.exists(installed) || Files.mismatch(lock, installed) >= 0) {
      Result result = run("npm", "ci", "--ignore-scripts", "--no-audit", "--prefer-offline");
      assumeTrue(
          result.status == 0, () -> "skipped: npm is absent or cannot install: " + result.output);
      Files.write(installed, Files.readAllBytes(lock));
    }
  }

  /** Runs a program. */
  static Result run(String program, List<String> arguments) throws Exception {
    return run(
        Stream.concat(Stream.of("node", program), arguments.stream()).toArray(String[]::new));
  }

  private static Result run(String... command) throws Exception {
    Process process;
    try {
      process =
          new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    } catch (IOException absent) {
      return new Result(-1, command[0] + " is absent");
    }
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("%s ends", text).isTrue();
      return new Result(process.exitValue(), text);
    } finally {
      process.destroyForcibly();
    }
  }
}
