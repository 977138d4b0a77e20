package org.lucina.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lucina.bench.peer.PeerKind.Ability;

/** The peers that run side by side; those that are not asked anything are idle. */
public final class Peers implements AutoCloseable {
  private final List<Peer> peers = new ArrayList<>();

  private Peers() {}

  /**
   * Starts peers one after another, each on an empty folder.
   *
   * @param server the assembled Lucina
   * @param commands a file of CLI commands for it, if wanted
   * @param home where their data lie
   */
  public static Peers start(
      Collection<PeerKind> kinds, Path server, Optional<Path> commands, Ports ports, Path home)
      throws IOException {
    Peers started = new Peers();
    try {
      for (PeerKind kind : kinds) {
        Setup setup =
            switch (kind) {
              case LUCINA -> new LucinaSetup(server, ports, commands);
              case ORTHANC -> new OrthancSetup(ports);
              case STORESCP -> new StorescpSetup(ports);
              case DCMQRSCP -> new DcmqrscpSetup(ports);
            };
        Peer peer = new Peer(setup, home.resolve(kind.label()));
        started.peers.add(peer);
        peer.start();
      }
      return started;
    } catch (IOException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** All of them. */
  public List<Peer> all() {
    return List.copyOf(peers);
  }

  /** Those that can do something. */
  public List<Peer> with(Ability ability) {
    return peers.stream().filter(peer -> peer.kind().can(ability)).toList();
  }

  @Override
  public void close() throws IOException {
    for (Peer peer : peers) {
      peer.close();
    }
  }
}
