package org.lucina.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import org.lucina.bench.client.Tally;
import org.lucina.bench.peer.Peer;

/**
 * What it took a peer to do something.
 *
 * @param elapsed by the clock, until it was done
 * @param completion by the clock, from then until nothing more had to come of it
 * @param cpu processor time of the peer, completion included
 * @param tally what came of it
 * @param operations how often it was done
 */
record Metered(Duration elapsed, Duration completion, Duration cpu, Tally tally, int operations) {
  private static final long NANOS = 1_000_000_000;

  /** Something that a peer is made to do. */
  @FunctionalInterface
  interface Work {
    Tally run(int number) throws IOException;
  }

  /** What has to come of it in the end. */
  @FunctionalInterface
  interface Completion {
    void await() throws IOException;
  }

  /** Does it once. */
  static Metered once(Peer peer, Work work, Completion completion) throws IOException {
    return run(peer, 1, Duration.ZERO, work, completion);
  }

  /** Does it so often, or until so much time has passed. */
  static Metered repeated(Peer peer, int times, Duration limit, Work work) throws IOException {
    return run(peer, times, limit, work, () -> {});
  }

  private static Metered run(Peer peer, int times, Duration limit, Work work, Completion completion)
      throws IOException {
    Duration cpuBefore = peer.usage().cpu();
    Tally tally = Tally.NONE;
    int done = 0;
    long begin = System.nanoTime();
    do {
      tally = tally.plus(work.run(done));
      done++;
    } while (done < times && System.nanoTime() - begin < limit.toNanos());
    long end = System.nanoTime();
    completion.await();
    return new Metered(
        Duration.ofNanos(end - begin),
        Duration.ofNanos(System.nanoTime() - end),
        peer.usage().cpu().minus(cpuBefore),
        tally,
        done);
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
