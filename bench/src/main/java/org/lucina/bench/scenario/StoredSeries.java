package org.lucina.bench.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lucina.bench.client.Outgoing;
import org.lucina.bench.client.RetrieveKeys;
import org.lucina.bench.client.StoreClient;
import org.lucina.bench.client.Tally;
import org.lucina.bench.peer.Peer;
import org.lucina.dicom.UID;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.WriteSynthetic;

/**
 * A series of CT slices that is in every peer.
 *
 * @param seed of its objects
 * @param slices number of its objects
 */
record StoredSeries(long seed, int slices) {
  /** What a peer may add to each object: File Meta Information, headers, other lengths. */
  private static final long ADDED = 4096;

  /** Stores it in peers. */
  void storeIn(Bench bench, List<Peer> peers) throws IOException {
    for (Peer peer : peers) {
      bench.progress("stores a series of %d in %s", slices, peer.kind().label());
      StoreClient.storeAll(
          peer.dicom(),
          List.of(UID.CTImageStorage),
          IntStream.range(0, slices).mapToObj(i -> Outgoing.of(object(i))),
          peer.kind().fillers());
    }
  }

  /** What is asked for. */
  RetrieveKeys keys() {
    SyntheticObject first = object(0);
    return new RetrieveKeys(first.study(), Optional.of(first.series()));
  }

  /** Checks that all of it has come, once. */
  Tally expectAll(Tally tally, String what) {
    long bytes = (long) slices * object(0).bare().length;
    // Numbers in text, such as the slice location, are longer in some objects than in others.
    return tally
        .expectObjects(slices, what)
        .expectBytes(bytes - slices * 64L, bytes + slices * ADDED, what);
  }

  private SyntheticObject object(int number) {
    return WriteSynthetic.object("series", seed, number);
  }
}
