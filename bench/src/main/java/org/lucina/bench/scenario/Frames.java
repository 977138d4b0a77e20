package org.lucina.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lucina.bench.client.Outgoing;
import org.lucina.bench.client.RetrieveClient;
import org.lucina.bench.client.RetrieveKeys;
import org.lucina.bench.client.StoreClient;
import org.lucina.bench.client.WebClient;
import org.lucina.bench.client.WrongAnswerException;
import org.lucina.bench.peer.Peer;
import org.lucina.bench.peer.PeerKind.Ability;
import org.lucina.bench.report.Measure;
import org.lucina.bench.report.Unit;
import org.lucina.dicom.testing.SyntheticMultiFrame;

/**
 * Frames of a large multi-frame object by WADO-RS, one or a range of ten, at random, by one client.
 */
final class Frames implements Scenario {
  private static final int RANGE = 10;
  private static final long FRAME = SyntheticMultiFrame.FRAME_LENGTH;

  /** Headers and delimiters of a part. */
  private static final long ADDED = 1024;

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "frames";
  }

  @Override
  public void run(Bench bench) throws IOException {
    long bytes = bench.options().multiFrameMegabytes() * 1_000_000L;
    if (bytes < RANGE * FRAME) {
      bench.progress("no frames: the multi-frame object is too small");
      return;
    }
    SyntheticMultiFrame object = new SyntheticMultiFrame(bench.seed(4), (int) (bytes / FRAME));
    List<Peer> peers = bench.with(Ability.WEB);
    store(bench, object, peers);
    new Rounds(bench, peers)
        .all(
            (peer, round) -> {
              bench.progress("frames from %s, round %d", peer.kind().label(), round);
              Turn turn = new Turn(bench, peer, round, object);
              if (round == Rounds.WARM_UP) {
                turn.check();
              }
              turn.measure("one frame of 0.5 MB", 1);
              turn.measure("a range of ten frames", RANGE);
            });
  }

  private static void store(Bench bench, SyntheticMultiFrame object, List<Peer> peers)
      throws IOException {
    SentFile file = SentFile.write(bench.scratch().resolve("frames"), object);
    for (Peer peer : peers) {
      bench.progress("stores %d frames in %s", object.frames(), peer.kind().label());
      try (StoreClient client =
          StoreClient.open(peer.dicom(), List.of(SyntheticMultiFrame.SOP_CLASS))) {
        client.store(Outgoing.of(file.path()));
      }
    }
    Bench.delete(bench.scratch().resolve("frames"));
    bench.sync();
  }

  /** One peer's turn. */
  private record Turn(Bench bench, Peer peer, int round, SyntheticMultiFrame object) {

    /** Makes sure that the right bytes come, at both ends and in between. */
    void check() throws IOException {
      for (int number : List.of(1, object.frames() / 2, object.frames())) {
        byte[] body = client().frameBytes(keys(), object.sopInstance(), List.of(number));
        if (!contains(body, object.frame(number))) {
          throw new WrongAnswerException(
              peer.kind().label() + " answers other bytes as frame " + number);
        }
      }
    }

    void measure(String what, int count) throws IOException {
      RetrieveClient client = client();
      RetrieveKeys keys = keys();
      SplittableRandom random = new SplittableRandom(bench.seed(5));
      Metered metered =
          Metered.repeated(
              peer,
              bench.options().repeat(),
              LIMIT,
              number -> {
                int first = 1 + random.nextInt(object.frames() - count + 1);
                List<Integer> numbers = IntStream.range(first, first + count).boxed().toList();
                return client
                    .frames(keys, object.sopInstance(), numbers)
                    .expectObjects(count, what)
                    .expectBytes(count * FRAME, count * (FRAME + ADDED), what);
              });
      String scale = String.format(Locale.ROOT, "of %,d MB", object.frames() * FRAME / 1_000_000);
      bench.record(
          new Measure("frames", what, scale, Unit.MILLISECONDS),
          peer,
          round,
          metered.millisPerOperation(),
          metered.cpuMillisPerOperation());
    }

    private RetrieveClient client() {
      return new RetrieveClient(new WebClient(peer.web().orElseThrow()));
    }

    private RetrieveKeys keys() {
      return new RetrieveKeys(object.study(), Optional.of(object.series()));
    }

    /** Whether a multipart body of one part holds these bytes, behind some header. */
    private static boolean contains(byte[] body, byte[] frame) {
      return IntStream.range(0, Math.max(0, body.length - frame.length + 1))
          .anyMatch(
              begin ->
                  java.util.Arrays.equals(
                      body, begin, begin + frame.length, frame, 0, frame.length));
    }
  }
}
