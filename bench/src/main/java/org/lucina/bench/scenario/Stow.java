package org.lucina.bench.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lucina.bench.client.Parallel;
import org.lucina.bench.client.Tally;
import org.lucina.bench.client.WebClient;
import org.lucina.bench.client.WebStoreClient;
import org.lucina.bench.peer.Peer;
import org.lucina.bench.peer.PeerKind;
import org.lucina.bench.peer.PeerKind.Ability;
import org.lucina.bench.report.Measure;
import org.lucina.bench.report.Unit;

/**
 * STOW-RS by four senders, one object or ten in a request; and one object in a request by the way
 * that is each peer's fastest, which is POST /instances for Orthanc.
 */
final class Stow implements Scenario {
  private static final int SENDERS = 4;
  private static final int MANY = 10;

  /** How an object gets into a peer. */
  private enum Way {
    ONE("STOW-RS, 1 object in a request", 1),
    TEN("STOW-RS, 10 objects in a request", MANY),
    POST("Orthanc's POST /instances, STOW-RS elsewhere", 1);

    private final String label;
    private final int objects;

    Way(String label, int objects) {
      this.label = label;
      this.objects = objects;
    }
  }

  @Override
  public String name() {
    return "stow";
  }

  @Override
  public void run(Bench bench) throws IOException {
    // A fraction of what ingest sends: everything is read into memory ahead.
    run(bench, "ct", "CT slices of 0.5 MB", Math.max(MANY, bench.options().ct() / 5));
    run(bench, "small", "objects of 20 KB", Math.max(MANY, bench.options().small() / 5));
  }

  private static void run(Bench bench, String kind, String what, int count) throws IOException {
    String name = String.format(Locale.ROOT, "%,d %s, ", count, what);
    for (Way way : Way.values()) {
      for (int round = Rounds.WARM_UP; round <= bench.options().rounds(); round++) {
        bench.progress("%s%s, round %d", name, way.label, round);
        Path folder = bench.scratch().resolve("stow");
        long seed = bench.seed(10 * way.ordinal() + round) + what.hashCode();
        List<SentFile> files = SentFile.write(folder, kind, count, seed);
        List<List<byte[]>> requests = requests(files, way.objects);
        new Rounds(bench, bench.with(Ability.WEB))
            .one(
                round,
                (peer, number) -> {
                  bench.sync();
                  Arrival arrival = new Arrival(peer);
                  SentFile last = files.get(files.size() - 1);
                  Metered sent =
                      Metered.once(
                          peer,
                          once -> send(peer, way, requests),
                          () -> arrival.awaitFindable(last));
                  arrival.expectAll(files);
                  bench.record(
                      new Measure(
                          "stow", name + way.label, SENDERS + " senders", Unit.OBJECTS_PER_SECOND),
                      peer,
                      number,
                      sent.objectsPerSecond(),
                      sent.cpuMillisPerObject());
                });
        Bench.delete(folder);
      }
    }
  }

  private static List<List<byte[]>> requests(List<SentFile> files, int objects) throws IOException {
    List<List<byte[]>> requests = new ArrayList<>();
    for (int i = 0; i < files.size(); i += objects) {
      List<byte[]> request = new ArrayList<>();
      for (SentFile file : files.subList(i, Math.min(files.size(), i + objects))) {
        request.add(Files.readAllBytes(file.path()));
      }
      requests.add(request);
    }
    return requests;
  }

  private static Tally send(Peer peer, Way way, List<List<byte[]>> requests) throws IOException {
    WebStoreClient client = new WebStoreClient(new WebClient(peer.web().orElseThrow()));
    boolean post = way == Way.POST && peer.kind() == PeerKind.ORTHANC;
    Parallel.run(
        SENDERS,
        sender -> {
          for (int i = sender; i < requests.size(); i += SENDERS) {
            if (post) {
              client.postInstance(requests.get(i).get(0));
            } else {
              client.stow(requests.get(i));
            }
          }
        });
    return new Tally(requests.stream().mapToLong(List::size).sum(), 0);
  }
}
