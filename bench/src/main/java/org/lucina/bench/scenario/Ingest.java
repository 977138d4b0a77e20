package org.lucina.bench.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.lucina.bench.client.Outgoing;
import org.lucina.bench.client.StoreClient;
import org.lucina.bench.client.StorescuClient;
import org.lucina.bench.client.Tally;
import org.lucina.bench.peer.Peer;
import org.lucina.bench.peer.PeerKind.Ability;
import org.lucina.bench.report.Measure;
import org.lucina.bench.report.Unit;
import org.lucina.dicom.testing.SyntheticMultiFrame;

/** C-STORE of many objects by several senders, and of one large object by one. */
final class Ingest implements Scenario {

  /** Makes the files of a round. */
  @FunctionalInterface
  private interface Generator {
    List<SentFile> write(Path folder, long seed) throws IOException;
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public void run(Bench bench) throws IOException {
    int ct = bench.options().ct();
    int small = bench.options().small();
    int frames =
        bench.options().multiFrameMegabytes() * 1_000_000 / SyntheticMultiFrame.FRAME_LENGTH;
    List<Integer> senders = bench.options().senders();
    if (ct > 0) {
      String name = String.format(Locale.ROOT, "%,d CT slices of 0.5 MB", ct);
      run(bench, name, senders, (folder, seed) -> SentFile.write(folder, "ct", ct, seed));
    }
    if (small > 0) {
      String name = String.format(Locale.ROOT, "%,d objects of 20 KB", small);
      run(bench, name, senders, (folder, seed) -> SentFile.write(folder, "small", small, seed));
    }
    if (frames > 0) {
      String name = bench.options().multiFrameMegabytes() + " MB multi-frame object";
      run(
          bench,
          name,
          List.of(1),
          (folder, seed) -> List.of(SentFile.write(folder, new SyntheticMultiFrame(seed, frames))));
    }
  }

  private void run(Bench bench, String what, List<Integer> senders, Generator generator)
      throws IOException {
    round(bench, what, Collections.max(senders), Rounds.WARM_UP, generator);
    for (int number : senders) {
      for (int round = 1; round <= bench.options().rounds(); round++) {
        round(bench, what, number, round, generator);
      }
    }
  }

  private void round(Bench bench, String what, int senders, int round, Generator generator)
      throws IOException {
    bench.progress("ingest of %s by %d, round %d", what, senders, round);
    Path folder = bench.scratch().resolve("files");
    long seed = bench.seed(100 * senders + round) + what.hashCode();
    List<SentFile> files = generator.write(folder.resolve("all"), seed);
    List<Path> shards =
        StorescuClient.shard(
            files.stream().map(SentFile::path).toList(), senders, folder.resolve("shards"));
    new Rounds(bench, bench.with(Ability.INGEST))
        .one(
            round,
            (peer, number) -> {
              bench.sync();
              new Turn(bench, peer, files, shards).take(what, senders, number);
            });
    Bench.delete(folder);
  }

  /** One peer's turn. */
  private record Turn(Bench bench, Peer peer, List<SentFile> files, List<Path> shards) {

    void take(String what, int senders, int round) throws IOException {
      Arrival arrival = new Arrival(peer);
      long bytes = 0;
      for (SentFile file : files) {
        bytes += Files.size(file.path());
      }
      Tally all = new Tally(files.size(), bytes);
      Metered sent =
          Metered.once(
              peer,
              once -> {
                send(senders);
                return all;
              },
              () -> awaitLast(arrival, senders));
      arrival.expectAll(files);
      arrival.discard();
      String scale = senders == 1 ? "1 sender" : senders + " senders";
      boolean one = files.size() == 1;
      bench.record(
          new Measure(
              "ingest", what, scale, one ? Unit.MEGABYTES_PER_SECOND : Unit.OBJECTS_PER_SECOND),
          peer,
          round,
          one ? sent.megabytesPerSecond() : sent.objectsPerSecond(),
          sent.cpuMillisPerObject());
      if (peer.web().isPresent()) {
        bench.record(
            new Measure(
                "ingest", what + ": last one found by QIDO-RS after", scale, Unit.MILLISECONDS),
            peer,
            round,
            sent.completion().toNanos() / 1e6,
            Double.NaN);
      }
    }

    /** Waits until the last object of every sender can be found. */
    private void awaitLast(Arrival arrival, int senders) throws IOException {
      for (int i = 0; i < Math.min(senders, files.size()); i++) {
        arrival.awaitFindable(files.get(files.size() - 1 - i));
      }
    }

    private void send(int senders) throws IOException {
      if (bench.options().storescu()) {
        StorescuClient.send(peer.dicom(), shards);
        return;
      }
      List<Outgoing> objects = new ArrayList<>();
      for (SentFile file : files) {
        objects.add(Outgoing.of(file.path()));
      }
      List<String> classes = objects.stream().map(Outgoing::sopClass).distinct().toList();
      StoreClient.storeAll(peer.dicom(), classes, objects.stream(), senders);
    }
  }
}
