package org.lucina.bench.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lucina.bench.Options;
import org.lucina.bench.client.MoveReceiver;
import org.lucina.bench.peer.Peer;
import org.lucina.bench.peer.PeerKind.Ability;
import org.lucina.bench.peer.Peers;
import org.lucina.bench.report.Measure;
import org.lucina.bench.report.Results;
import org.lucina.bench.report.Sample;

/**
 * What a scenario works with.
 *
 * @param options what is wanted
 * @param peers the peers, which run
 * @param results where figures go
 * @param scratch a folder for files, on the peers' disk
 * @param receiver the destination of C-MOVE
 */
public record Bench(
    Options options, Peers peers, Results results, Path scratch, MoveReceiver receiver) {

  /** Records a figure, unless the round is the one that warms up. */
  void record(Measure measure, Peer peer, int round, double value, double cpuMillis) {
    record(measure, peer.kind().label(), round, value, cpuMillis);
  }

  /** Records a figure of something that is no peer, unless the round is the one that warms up. */
  void record(Measure measure, String peer, int round, double value, double cpuMillis) {
    if (round > 0) {
      results.add(new Sample(measure, peer, round, value, cpuMillis));
    }
  }

  /** The peers that can do something, and says which are left out. */
  List<Peer> with(Ability ability) {
    return peers.with(ability);
  }

  /** A number for the generator that no other call for the same options gets. */
  long seed(int number) {
    return options.seed() * 1000 + number;
  }

  /** Tells whoever waits. */
  void progress(String format, Object... arguments) {
    System.err.printf(
        "%tT bench: %s%n", LocalTime.now(), String.format(Locale.ROOT, format, arguments));
  }

  /** Has the kernel write what peers that do not sync have left to it, so that it bothers none. */
  void sync() throws IOException {
    try {
      new ProcessBuilder("sync").inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
