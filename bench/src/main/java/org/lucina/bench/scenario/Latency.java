package org.lucina.bench.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lucina.bench.client.Outgoing;
import org.lucina.bench.client.StoreClient;
import org.lucina.bench.client.Tally;
import org.lucina.bench.peer.PeerKind.Ability;
import org.lucina.bench.report.Measure;
import org.lucina.bench.report.Targets;
import org.lucina.bench.report.Unit;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.WriteSynthetic;

/**
 * How long one sender waits for each C-STORE response, beside one durable append of the same bytes
 * to a file on the same disk.
 */
final class Latency implements Scenario {

  /** What is done with an object. */
  @FunctionalInterface
  private interface Action {
    void run(int number) throws IOException;
  }

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public void run(Bench bench) throws IOException {
    run(bench, "ct", "CT slice of 0.5 MB");
    run(bench, "small", "object of 20 KB");
  }

  private static void run(Bench bench, String kind, String what) throws IOException {
    for (int round = Rounds.WARM_UP; round <= bench.options().rounds(); round++) {
      bench.progress("latency of a %s, round %d", what, round);
      long seed = bench.seed(round) + what.hashCode();
      List<SyntheticObject> objects =
          IntStream.range(0, bench.options().repeat())
              .mapToObj(i -> WriteSynthetic.object(kind, seed, i))
              .toList();
      bench.sync();
      append(bench, what, round, objects);
      store(bench, what, round, objects);
    }
  }

  private static void append(Bench bench, String what, int round, List<SyntheticObject> objects)
      throws IOException {
    List<ByteBuffer> bytes = objects.stream().map(o -> ByteBuffer.wrap(o.bare())).toList();
    Path file = bench.scratch().resolve("append");
    double[] millis;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      millis =
          each(
              bytes.size(),
              number -> {
                ByteBuffer buffer = bytes.get(number);
                while (buffer.hasRemaining()) {
                  channel.write(buffer);
                }
                channel.force(false);
              });
    }
    Bench.delete(file);
    record(bench, what, Targets.APPEND, round, millis, Double.NaN);
  }

  private static void store(Bench bench, String what, int round, List<SyntheticObject> objects)
      throws IOException {
    List<Outgoing> outgoing = objects.stream().map(Outgoing::of).toList();
    List<String> classes = List.of(objects.get(0).sopClass());
    new Rounds(bench, bench.with(Ability.INGEST))
        .one(
            round,
            (peer, number) -> {
              bench.sync();
              double[][] millis = new double[1][];
              Metered metered =
                  Metered.once(
                      peer,
                      once -> {
                        try (StoreClient client = StoreClient.open(peer.dicom(), classes)) {
                          millis[0] = each(outgoing.size(), i -> client.store(outgoing.get(i)));
                        }
                        return new Tally(outgoing.size(), 0);
                      },
                      () -> {});
              record(
                  bench,
                  what,
                  peer.kind().label(),
                  number,
                  millis[0],
                  metered.cpuMillisPerObject());
              new Arrival(peer).discard();
            });
  }

  private static double[] each(int count, Action action) throws IOException {
    double[] millis = new double[count];
    for (int i = 0; i < count; i++) {
      long begin = System.nanoTime();
      action.run(i);
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  private static void record(
      Bench bench, String what, String who, int round, double[] sorted, double cpuMillis) {
    bench.record(
        new Measure("latency", what + ", median", "1 sender", Unit.MILLISECONDS),
        who,
        round,
        sorted[sorted.length / 2],
        cpuMillis);
    bench.record(
        new Measure("latency", what + ", 95th percentile", "1 sender", Unit.MILLISECONDS),
        who,
        round,
        sorted[sorted.length * 95 / 100],
        Double.NaN);
  }
}
