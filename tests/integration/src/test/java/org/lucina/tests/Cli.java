package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The server's own {@code jboss-cli}, as administrators use it. */
final class Cli {
  private Cli() {}

  /**
   * Runs a script of commands.
   *
   * @param parameters replace {@code ${name}} and {@code ${name:default}} in it
   */
  static void run(Ports ports, Path script, Map<String, String> parameters)
      throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("server.home"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djboss.home.dir=" + home);
    parameters.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of(
            "-jar",
            home.resolve("jboss-modules.jar").toString(),
            "-mp",
            home.resolve("modules").toString(),
            "org.jboss.as.cli",
            "--connect",
            "--controller=127.0.0.1:" + ports.management(),
            "--resolve-parameter-values",
            "--file=" + script));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
