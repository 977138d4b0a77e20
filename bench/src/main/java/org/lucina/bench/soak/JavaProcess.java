package org.lucina.bench.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A Java process of this host, as Linux and its own jcmd tell of it. */
final class JavaProcess {
  private final long pid;

  JavaProcess(long pid) {
    this.pid = pid;
  }

  /** Bytes of live objects, after a full collection. */
  long liveHeap() throws IOException {
    String histogram = jcmd("GC.class_histogram");
    String total =
        histogram
            .lines()
            .filter(line -> line.startsWith("Total"))
            .findFirst()
            .orElseThrow(() -> new IOException("jcmd gave no histogram: " + histogram));
    return Long.parseLong(total.trim().split("\\s+")[2]);
  }

  /** VmRSS in bytes. */
  long resident() throws IOException {
    return status("VmRSS:") << 10;
  }

  long threads() throws IOException {
    return status("Threads:");
  }

  /** Open files and sockets. */
  long handles() throws IOException {
    try (Stream<Path> handles = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return handles.count();
    }
  }

  private long status(String field) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      String line = lines.filter(text -> text.startsWith(field)).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", ""));
    }
  }

  private String jcmd(String command) throws IOException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(tool.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
