package org.lucina.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import org.lucina.bench.client.Tally;
import org.lucina.bench.peer.Peer;

/**
 * What it took a peer to do something.
 *
 * @param elapsed by the clock
 * @param cpu processor time of the peer
 * @param tally what came of it
 * @param operations how often it was done
 */
record Metered(Duration elapsed, Duration cpu, Tally tally, int operations) {
  private static final long NANOS = 1_000_000_000;

  /** Something that a peer is made to do. */
  @FunctionalInterface
  interface Work {
    Tally run(int number) throws IOException;
  }

  /** Does it once. */
  static Metered once(Peer peer, Work work) throws IOException {
    return repeated(peer, 1, Duration.ZERO, work);
  }

  /** Does it so often, or until so much time has passed. */
  static Metered repeated(Peer peer, int times, Duration limit, Work work) throws IOException {
    Duration cpuBefore = peer.usage().cpu();
    Tally tally = Tally.NONE;
    int done = 0;
    long begin = System.nanoTime();
    do {
      tally = tally.plus(work.run(done));
      done++;
    } while (done < times && System.nanoTime() - begin < limit.toNanos());
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
    return new Metered(elapsed, peer.usage().cpu().minus(cpuBefore), tally, done);
  }

  double objectsPerSecond() {
    return tally.objects() * (double) NANOS / elapsed.toNanos();
  }

  double megabytesPerSecond() {
    return tally.bytes() / 1e6 * NANOS / elapsed.toNanos();
  }

  double millisPerOperation() {
    return elapsed.toNanos() / 1e6 / operations;
  }

  double cpuMillisPerOperation() {
    return cpu.toNanos() / 1e6 / operations;
  }

  double cpuMillisPerObject() {
    return cpu.toNanos() / 1e6 / tally.objects();
  }
}
