package org.lucina.bench;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.lucina.bench.peer.PeerKind;

/** Says under what conditions figures came about. */
final class Preamble {
  private Preamble() {}

  static String of(Options options) {
    return """
        %s, %d processors, Java %s, peers side by side, idle but for the one that is measured: %s.
        Medians of %d rounds in which the peers alternate; one more round, which is not counted, \
        warms all of them up alike. In brackets: the peer's own processor time (user and system, \
        all its processes) for one object or operation, in ms. A ratio above 1 is in favour of \
        Lucina. Seed %d.%s

        """
        .formatted(
            LocalDate.now(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            options.peers().stream().map(PeerKind::label).collect(Collectors.joining(", ")),
            options.rounds(),
            options.seed(),
            options.quick()
                ? " **Quick: it works, but neither figures nor verdicts mean anything.**"
                : "");
  }
}
