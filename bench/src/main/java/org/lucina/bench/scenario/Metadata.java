package org.lucina.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.lucina.bench.client.RetrieveClient;
import org.lucina.bench.client.RetrieveKeys;
import org.lucina.bench.client.WebClient;
import org.lucina.bench.peer.Peer;
import org.lucina.bench.peer.PeerKind.Ability;
import org.lucina.bench.report.Measure;
import org.lucina.bench.report.Unit;

/** The metadata of a series by WADO-RS, by one client. */
final class Metadata implements Scenario {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "metadata";
  }

  @Override
  public void run(Bench bench) throws IOException {
    int slices = bench.options().slices();
    StoredSeries series = new StoredSeries(bench.seed(3), slices);
    List<Peer> peers = bench.with(Ability.WEB);
    series.storeIn(bench, peers);
    bench.sync();
    RetrieveKeys keys = series.keys();
    String scale = String.format(Locale.ROOT, "%,d instances", slices);
    new Rounds(bench, peers)
        .all(
            (peer, round) -> {
              bench.progress("metadata from %s, round %d", peer.kind().label(), round);
              RetrieveClient client = new RetrieveClient(new WebClient(peer.web().orElseThrow()));
              String what = "metadata from " + peer.kind().label();
              Metered metered =
                  Metered.repeated(
                      peer,
                      bench.options().repeat(),
                      LIMIT,
                      number -> client.metadata(keys).expectObjects(slices, what));
              bench.record(
                  new Measure("metadata", "of a series", scale, Unit.MILLISECONDS),
                  peer,
                  round,
                  metered.millisPerOperation(),
                  metered.cpuMillisPerOperation());
            });
  }
}
