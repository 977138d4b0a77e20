package org.lucina.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.lucina.bench.client.FindClient;
import org.lucina.bench.client.Outgoing;
import org.lucina.bench.client.SearchClient;
import org.lucina.bench.client.StoreClient;
import org.lucina.bench.client.Tally;
import org.lucina.bench.client.WebClient;
import org.lucina.bench.peer.Peer;
import org.lucina.bench.peer.PeerKind;
import org.lucina.bench.peer.PeerKind.Ability;
import org.lucina.bench.report.Measure;
import org.lucina.bench.report.Unit;
import org.lucina.dicom.testing.SyntheticStudies;
import org.lucina.dicom.testing.SyntheticStudy;

/** C-FIND and QIDO-RS for studies, by one client, over growing numbers of studies. */
final class Query implements Scenario {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** dcmqrscp searches its whole index for each object that it stores. */
  private static final int MOST_IN_DCMQRSCP = 2000;

  @Override
  public String name() {
    return "query";
  }

  @Override
  public void run(Bench bench) throws IOException {
    long seed = bench.seed(2);
    int present = 0;
    for (int wanted : bench.options().studies()) {
      List<Peer> peers = peers(bench, wanted);
      fill(bench, peers, new SyntheticStudies(seed), present, wanted);
      present = wanted;
      query(bench, peers, seed, wanted);
    }
  }

  private static List<Peer> peers(Bench bench, int studies) {
    return bench.with(Ability.QUERY_RETRIEVE).stream()
        .filter(peer -> peer.kind() != PeerKind.DCMQRSCP || studies <= MOST_IN_DCMQRSCP)
        .toList();
  }

  private static void fill(
      Bench bench, List<Peer> peers, SyntheticStudies studies, int from, int to)
      throws IOException {
    for (Peer peer : peers) {
      bench.progress("stores studies %d to %d in %s", from, to, peer.kind().label());
      StoreClient.storeAll(
          peer.dicom(),
          SyntheticStudies.sopClasses(),
          IntStream.range(from, to).mapToObj(i -> Outgoing.of(studies.object(i))),
          peer.kind().fillers());
    }
    bench.sync();
  }

  private static void query(Bench bench, List<Peer> peers, long seed, int number)
      throws IOException {
    SyntheticStudies generator = new SyntheticStudies(seed);
    List<SyntheticStudy> studies = IntStream.range(0, number).mapToObj(generator::study).toList();
    StudyQueries queries = new StudyQueries(studies, seed);
    Map<String, List<StudyQuery>> matching = queries.matching();
    Map<String, List<StudyQuery>> paging = queries.paging();
    String scale = String.format(Locale.ROOT, "%,d studies", number);
    new Rounds(bench, peers)
        .all(
            (peer, round) -> {
              bench.progress("queries over %s, %s, round %d", scale, peer.kind().label(), round);
              Turn turn = new Turn(bench, peer, round, scale);
              turn.find(matching);
              turn.search(matching);
              turn.search(paging);
            });
  }

  /** One peer's turn. */
  private record Turn(Bench bench, Peer peer, int round, String scale) {

    void find(Map<String, List<StudyQuery>> kinds) throws IOException {
      try (FindClient client = FindClient.open(peer.dicom())) {
        for (Map.Entry<String, List<StudyQuery>> kind : kinds.entrySet()) {
          String what = "C-FIND by " + kind.getKey();
          List<StudyQuery> queries = kind.getValue();
          if (!queries.stream().allMatch(this::canMatch)) {
            continue;
          }
          for (StudyQuery query : queries) {
            query.check(client.find(query.identifier()), what + ", " + peer.kind().label());
          }
          measure(
              what,
              number -> {
                StudyQuery query = queries.get(number % queries.size());
                return new Tally(client.find(query.identifier()).size(), 0)
                    .expectObjects(query.count(), what);
              });
        }
      }
    }

    void search(Map<String, List<StudyQuery>> kinds) throws IOException {
      if (peer.web().isEmpty()) {
        return;
      }
      SearchClient client = new SearchClient(new WebClient(peer.web().get()));
      for (Map.Entry<String, List<StudyQuery>> kind : kinds.entrySet()) {
        String what = "QIDO-RS by " + kind.getKey();
        List<StudyQuery> queries = kind.getValue();
        for (StudyQuery query : queries) {
          query.check(
              client.matches("/studies", query.parameters()), what + ", " + peer.kind().label());
        }
        measure(
            what,
            number -> {
              StudyQuery query = queries.get(number % queries.size());
              return client
                  .count("/studies", query.parameters())
                  .expectObjects(query.count(), what);
            });
      }
    }

    /** dcmqrscp answers Modalities in Study, but does not match on it. */
    private boolean canMatch(StudyQuery query) {
      return peer.kind() != PeerKind.DCMQRSCP
          || !query.keys().containsKey(StudyQuery.Key.ModalitiesInStudy);
    }

    private void measure(String what, Metered.Work work) throws IOException {
      Metered metered = Metered.repeated(peer, bench.options().repeat(), LIMIT, work);
      bench.record(
          new Measure("query", what, scale, Unit.MILLISECONDS),
          peer,
          round,
          metered.millisPerOperation(),
          metered.cpuMillisPerOperation());
    }
  }
}
