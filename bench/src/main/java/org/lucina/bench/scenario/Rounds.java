package org.lucina.bench.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lucina.bench.peer.Peer;

/** Rounds in which peers take turns, another one first in each. */
final class Rounds {
  /** The round that warms up. */
  static final int WARM_UP = 0;

  private final Bench bench;
  private final List<Peer> peers;

  /** What a peer does in its turn. */
  @FunctionalInterface
  interface Turn {
    void take(Peer peer, int round) throws IOException;
  }

  Rounds(Bench bench, List<Peer> peers) {
    this.bench = bench;
    this.peers = peers;
  }

  /** The warm-up and all rounds that count. */
  void all(Turn turn) throws IOException {
    for (int round = WARM_UP; round <= bench.options().rounds(); round++) {
      one(round, turn);
    }
  }

  /** One round. */
  void one(int round, Turn turn) throws IOException {
    List<Peer> order = new ArrayList<>(peers);
    Collections.rotate(order, -round);
    for (Peer peer : order) {
      turn.take(peer, round);
    }
  }
}
