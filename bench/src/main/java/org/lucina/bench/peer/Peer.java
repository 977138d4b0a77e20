package org.lucina.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lucina.bench.client.DicomAddress;
import org.lucina.bench.client.WebAddress;

/** A peer that runs. */
public final class Peer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Setup setup;
  private final Path home;
  private Process process;
  private Duration startTime = Duration.ZERO;

  Peer(Setup setup, Path home) {
    this.setup = setup;
    this.home = home;
  }

  /** Starts it on an empty folder and waits until it answers. */
  void start() throws IOException {
    Files.createDirectories(home);
    ProcessBuilder command = setup.prepare(home);
    command.environment().put("TCP_NODELAY", "1");
    command.redirectErrorStream(true).redirectOutput(log().toFile());
    long begin = System.nanoTime();
    process = command.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> new ProcessTree(handle()).kill()));
    new Readiness(this, process).await();
    startTime = Duration.ofNanos(System.nanoTime() - begin);
    setup.configure(home);
  }

  /** Which peer it is. */
  public PeerKind kind() {
    return setup.kind();
  }

  /** Where it listens for associations. */
  public DicomAddress dicom() {
    return setup.dicom();
  }

  /** Where it serves HTTP, if it does. */
  public Optional<WebAddress> web() {
    return setup.web();
  }

  /** The folder into which it writes objects as plain files, when nothing else tells them. */
  public Optional<Path> objects() {
    return setup.objects(home);
  }

  /** From the start of its process until it answered on all its ports. */
  public Duration startTime() {
    return startTime;
  }

  /** What its processes use now. */
  public Usage usage() throws IOException {
    return new ProcessTree(handle()).usage();
  }

  /** The process that serves: where a script starts a Java process, that one. */
  public ProcessHandle process() {
    return process
        .descendants()
        .filter(each -> each.info().command().filter(path -> path.endsWith("/java")).isPresent())
        .findFirst()
        .orElseGet(this::handle);
  }

  /** What it printed. */
  Path log() {
    return home.resolve("output.log");
  }

  private ProcessHandle handle() {
    return process.toHandle();
  }

  /** Stops it in order, and what does not stop is killed. */
  @Override
  public void close() throws IOException {
    if (process == null) {
      return;
    }
    ProcessTree tree = new ProcessTree(handle());
    List<ProcessHandle> all = process.descendants().toList();
    tree.terminate();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        tree.kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
