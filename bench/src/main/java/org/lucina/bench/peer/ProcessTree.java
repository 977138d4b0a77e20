package org.lucina.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A process and all that it started, as Linux tells of them in {@code /proc}. */
final class ProcessTree {
  /** What the kernel counts user and system time in; 100 a second on every Linux of today. */
  private static final long TICK_MILLIS = 10;

  private static final int UTIME = 11;
  private static final int CSTIME = 14;

  private final ProcessHandle root;

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  Usage usage() throws IOException {
    Usage sum = Usage.NONE;
    for (ProcessHandle each : processes().toList()) {
      sum = sum.plus(usage(Path.of("/proc", Long.toString(each.pid()))));
    }
    return sum;
  }

  /** Ends them in order: what was started first, as launchers wait for what they started. */
  void terminate() {
    processes().toList().forEach(ProcessHandle::destroy);
  }

  void kill() {
    processes().toList().forEach(ProcessHandle::destroyForcibly);
  }

  private Stream<ProcessHandle> processes() {
    return Stream.concat(root.descendants(), Stream.of(root));
  }

  private static Usage usage(Path process) throws IOException {
    try {
      String stat = Files.readString(process.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int field = UTIME; field <= CSTIME; field++) {
        ticks += Long.parseLong(fields[field]);
      }
      String status = Files.readString(process.resolve("status"));
      return new Usage(
          Duration.ofMillis(ticks * TICK_MILLIS), bytes(status, "VmRSS:"), bytes(status, "VmHWM:"));
    } catch (IOException e) {
      // Opening fails for a process that has ended, reading for one that ended after the opening.
      if (Files.exists(process)) {
        throw e;
      }
      // Its parent has its time by now.
      return Usage.NONE;
    }
  }

  /** A line in kB; a process that has ended and waits for its parent has none. */
  private static long bytes(String status, String line) {
    return status
        .lines()
        .filter(text -> text.startsWith(line))
        .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) << 10)
        .sum();
  }
}
