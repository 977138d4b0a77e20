package org.lucina.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.bench.client.DicomAddress;
import org.lucina.bench.client.Scu;
import org.lucina.bench.client.WebAddress;

/**
 * Lucina as assembled, on a base directory and data of its own.
 *
 * @param server the assembled server
 * @param ports where it listens
 * @param commands a file of CLI commands that change its configuration, if wanted
 */
record LucinaSetup(Path server, Ports ports, Optional<Path> commands) implements Setup {
  private static final String PASSWORD = "only for benchmarks";

  @Override
  public PeerKind kind() {
    return PeerKind.LUCINA;
  }

  @Override
  public DicomAddress dicom() {
    return new DicomAddress("LUCINA", ports.lucinaDicom());
  }

  @Override
  public Optional<WebAddress> web() {
    return Optional.of(
        new WebAddress(
            ports.lucinaHttp(), "/dicom-web", Optional.of(WebAddress.basic("admin", PASSWORD))));
  }

  @Override
  public ProcessBuilder prepare(Path home) throws IOException {
    if (!Files.isRegularFile(server.resolve("bin/standalone.sh"))) {
      throw new IOException(server + " is no assembled server: run mvn package -DskipTests");
    }
    Path base = home.resolve("base");
    for (String part : List.of("configuration", "deployments")) {
      copy(server.resolve("standalone").resolve(part), base.resolve(part));
    }
    ProcessBuilder command =
        new ProcessBuilder(
            server.resolve("bin/standalone.sh").toString(),
            "-c",
            "lucina.xml",
            "-Djboss.server.base.dir=" + base,
            "-Djboss.socket.binding.port-offset=" + ports.offset());
    command.environment().put("LUCINA_HOME", home.resolve("data").toString());
    command.environment().put("LUCINA_ADMIN_PASSWORD", PASSWORD);
    return command;
  }

  @Override
  public void configure(Path home) throws IOException {
    cli(
        home,
        "--command=/subsystem=lucina/remote-ae=bench:add(ae-title=%s, host=%s, port=%d)"
            .formatted(Scu.AE_TITLE, DicomAddress.HOST, ports.receiver()));
    if (commands.isPresent()) {
      cli(home, "--file=" + commands.get().toAbsolutePath());
    }
  }

  private void cli(Path home, String what) throws IOException {
    Path log = home.resolve("cli.log");
    Process cli =
        new ProcessBuilder(
                server.resolve("bin/jboss-cli.sh").toString(),
                "--connect",
                "--controller=" + DicomAddress.HOST + ":" + ports.lucinaManagement(),
                what)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (cli.waitFor() != 0) {
        throw new IOException("jboss-cli refused: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      cli.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(from)) {
      tree.filter(path -> !path.startsWith(from.resolve("standalone_xml_history")))
          .forEach(files::add);
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else if (!file.toString().matches(".*\\.(deployed|isdeploying|failed)")) {
        Files.copy(file, target);
      }
    }
  }
}
