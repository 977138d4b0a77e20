package org.lucina.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.lucina.bench.client.GetClient;
import org.lucina.bench.client.MoveClient;
import org.lucina.bench.client.RetrieveClient;
import org.lucina.bench.client.RetrieveKeys;
import org.lucina.bench.client.WebClient;
import org.lucina.bench.peer.Peer;
import org.lucina.bench.peer.PeerKind.Ability;
import org.lucina.bench.report.Measure;
import org.lucina.bench.report.Unit;
import org.lucina.dicom.UID;

/** C-GET, C-MOVE and WADO-RS of a series by one client. */
final class Retrieve implements Scenario {
  private static final int TIMES = 3;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "retrieve";
  }

  @Override
  public void run(Bench bench) throws IOException {
    StoredSeries series = new StoredSeries(bench.seed(1), bench.options().slices());
    series.storeIn(bench, bench.with(Ability.QUERY_RETRIEVE));
    bench.sync();
    RetrieveKeys keys = series.keys();
    new Rounds(bench, bench.with(Ability.QUERY_RETRIEVE))
        .all(
            (peer, round) -> {
              bench.progress("retrieve from %s, round %d", peer.kind().label(), round);
              try (GetClient client = GetClient.open(peer.dicom(), UID.CTImageStorage)) {
                measure(bench, "C-GET", peer, round, series, once -> client.get(keys));
              }
              try (MoveClient client = MoveClient.open(peer.dicom(), bench.receiver())) {
                measure(bench, "C-MOVE", peer, round, series, once -> client.move(keys));
              }
              if (peer.web().isPresent()) {
                RetrieveClient client = new RetrieveClient(new WebClient(peer.web().get()));
                measure(bench, "WADO-RS", peer, round, series, once -> client.objects(keys));
              }
            });
  }

  private static void measure(
      Bench bench, String how, Peer peer, int round, StoredSeries series, Metered.Work work)
      throws IOException {
    String what = how + " from " + peer.kind().label();
    Metered metered =
        Metered.repeated(peer, TIMES, LIMIT, number -> series.expectAll(work.run(number), what));
    String scale = String.format(Locale.ROOT, "%,d CT slices", series.slices());
    bench.record(
        new Measure("retrieve", how, scale, Unit.MEGABYTES_PER_SECOND),
        peer,
        round,
        metered.megabytesPerSecond(),
        metered.cpuMillisPerObject());
  }
}
