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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Every call of npm's dicomweb-client. */
@OnServer
class DicomWebClientIT {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(301);
  private static final long PATIENCE_SECONDS = 180;
  private static Path node;

  @TempDir private Path folder;

  @BeforeAll
  static void installClient() throws Exception {
    node = Files.createDirectories(Path.of("target", "node").toAbsolutePath());
    for (String file :
        List.of("package.json", "package-lock.json", "dicomweb.js", "xml-http-request.js")) {
      Files.write(node.resolve(file), Files.readAllBytes(Path.of("src/test/node", file)));
    }
    if (!Files.exists(node.resolve("node_modules/dicomweb-client/package.json"))) {
      assumeTrue(
          run("npm", "ci", "--ignore-scripts", "--no-audit").status() == 0,
          "skipped: npm is absent, or cannot install dicomweb-client");
    }
  }

  @Test
  void everyCallIsServed() throws Exception {
    write("0", OBJECTS.encapsulated(1, 1, 1, 0, 3, 1));
    write("1", OBJECTS.small(1, 1, 1, 1));
    write("2", OBJECTS.ct(1, 1, 1, 2));
    String url = "http://127.0.0.1:" + Ports.ofServer().http() + "/dicom-web";
    String user = "admin:" + System.getenv("LUCINA_ADMIN_PASSWORD");

    Result result = run("node", "dicomweb.js", url, user, folder.toString());

    assertThat(result.output()).endsWith("refused to render\n");
    assertThat(result.status()).isZero();
  }

  private void write(String name, SyntheticObject object) throws IOException {
    Files.write(folder.resolve(name), object.file());
  }

  private record Result(int status, String output) {}

  private static Result run(String... command) throws Exception {
    Process process;
    try {
      process =
          new ProcessBuilder(command).directory(node.toFile()).redirectErrorStream(true).start();
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
