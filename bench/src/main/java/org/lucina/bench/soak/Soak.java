package org.lucina.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lucina.bench.peer.Peer;
import org.lucina.bench.peer.PeerKind;
import org.lucina.bench.peer.Peers;
import org.lucina.bench.peer.Ports;

/** Runs the assembled server under load for a while and watches what it holds. */
public final class Soak {
  private static final String USAGE =
      """
      usage: bench/soak.sh [OPTION VALUE]...
        --minutes N        how long (60)
        --interval S       seconds between two samples (60)
        --workers N        parallel clients (4)
        --period MS        each begins a study of 10 objects so often (4000)
        --kept N           studies that stay in the archive; older ones are deleted (100)
        --port-offset N    added to all ports (1000)
        --server FOLDER    the assembled Lucina
        --scratch FOLDER   where its data lie (a folder in the system's for temporary files)
      """;

  private final Map<String, String> options =
      new TreeMap<>(
          Map.of(
              "minutes", "60",
              "interval", "60",
              "workers", "4",
              "period", "4000",
              "kept", "100",
              "port-offset", "1000",
              "server", "wildfly-config/server/target/lucina-server",
              "scratch", System.getProperty("java.io.tmpdir")));
  private final List<Gauges> samples = new ArrayList<>();

  private Soak(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i).replaceFirst("^--", "");
      if (!options.containsKey(name) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException(arguments.get(i));
      }
      options.put(name, arguments.get(i + 1));
    }
  }

  /**
   * Ends with status 0 when nothing grew, 1 when something did or an answer was wrong, 2 when the
   * arguments were not understood.
   */
  public static void main(String[] arguments) throws Exception {
    try {
      boolean flat = new Soak(List.of(arguments)).run();
      System.exit(flat ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(USAGE);
      System.exit(2);
    }
  }

  private boolean run() throws Exception {
    Path scratch = Files.createTempDirectory(Path.of(options.get("scratch")), "lucina-soak");
    try (Peers peers =
        Peers.start(
            List.of(PeerKind.LUCINA),
            Path.of(options.get("server")),
            Optional.empty(),
            new Ports(number("port-offset")),
            scratch)) {
      watch(peers.all().get(0));
    } finally {
      delete(scratch);
    }
    return report();
  }

  private void watch(Peer peer) throws Exception {
    JavaProcess server = new JavaProcess(peer.process().pid());
    Cycle cycle = new Cycle(peer, System.currentTimeMillis() / 1000, number("kept"));
    System.out.println(Gauges.HEADER);
    long begin = System.nanoTime();
    try (Load load = new Load(cycle, number("workers"), number("period"))) {
      double minute = 0;
      while (minute < number("minutes")) {
        Thread.sleep(1000L * number("interval"));
        if (load.fault().isPresent()) {
          throw load.fault().get();
        }
        minute = (System.nanoTime() - begin) / 60e9;
        sample(server, minute, load.cycles());
      }
    }
  }

  private void sample(JavaProcess server, double minute, long cycles) throws IOException {
    Gauges gauges =
        new Gauges(
            minute,
            server.liveHeap(),
            server.resident(),
            server.threads(),
            server.handles(),
            cycles);
    samples.add(gauges);
    System.out.println(gauges.csv());
  }

  private boolean report() {
    boolean flat = true;
    for (Gauge gauge : Gauge.values()) {
      Trend trend = gauge.trend(samples);
      boolean grows = gauge.isExceededBy(trend);
      flat &= !grows;
      System.out.printf(
          "%s: %.1f to %.1f in the last two thirds, %+.2f an hour: %s%n",
          gauge.label(),
          trend.first(),
          trend.last(),
          trend.slopePerHour(),
          grows ? "GROWS" : "flat");
    }
    return flat;
  }

  private int number(String option) {
    return Integer.parseInt(options.get(option));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
