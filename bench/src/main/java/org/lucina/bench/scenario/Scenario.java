package org.lucina.bench.scenario;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something to do with all peers, and to measure. */
public interface Scenario {

  /** As options call it. */
  String name();

  /**
   * Runs it.
   *
   * @throws org.lucina.bench.client.WrongAnswerException when a peer answers wrongly
   */
  void run(Bench bench) throws IOException;

  /** All scenarios by name, in the order in which they run when all do. */
  static Map<String, Scenario> byName() {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    for (Scenario each :
        List.of(
            new Latency(),
            new Stow(),
            new Retrieve(),
            new Metadata(),
            new Frames(),
            new Ingest(),
            new Query())) {
      scenarios.put(each.name(), each);
    }
    return scenarios;
  }
}
