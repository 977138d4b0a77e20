package org.lucina.archive.access;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import org.lucina.spi.server.LucinaServer;
import org.lucina.spi.server.RemoteAe;

/** The rules for application entities: who gets in from where, and what it may do. */
public final class AeAccess {
  private final LucinaServer server;

  /** Reads the rules from the server each time: they change at run time. */
  public AeAccess(LucinaServer server) {
    this.server = server;
  }

  /** Whether an AE gets in from an address. */
  public boolean admits(String aeTitle, InetAddress peer) {
    return server
        .remoteAe(aeTitle)
        .map(known -> !known.checkAddress() || isAddressOf(known, peer))
        .orElseGet(() -> admitsUnknown(peer));
  }

  /** Whether an AE that got in may use a service; unknown ones may use all. */
  public boolean allows(String aeTitle, SopClassKind kind) {
    return server
        .remoteAe(aeTitle)
        .map(
            known ->
                switch (kind) {
                  case VERIFICATION -> true;
                  case STORAGE, COMMITMENT, OTHER -> known.mayStore();
                  case FIND -> known.mayQuery();
                  case MOVE, GET -> known.mayRetrieve();
                })
        .orElse(true);
  }

  private boolean admitsUnknown(InetAddress peer) {
    return switch (server.settings().unknownAes()) {
      case NOWHERE -> false;
      case LOOPBACK -> peer.isLoopbackAddress();
      case ANYWHERE -> true;
    };
  }

  private static boolean isAddressOf(RemoteAe known, InetAddress peer) {
    try {
      return Arrays.asList(InetAddress.getAllByName(known.host())).contains(peer);
    } catch (IOException e) {
      return false; // a host without address is nobody's
    }
  }
}
