package org.lucina.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lucina.bench.peer.PeerKind;

/** Reads the arguments: scenarios, then options with a value each, but for {@code --quick}. */
final class CommandLine {
  static final String USAGE =
      """
      usage: bench/compare.sh SCENARIO... [OPTION...]
      scenarios: all, or any of %s
        --quick            small numbers, one round, less than a minute for all
        --peers LIST       lucina,orthanc,storescp,dcmqrscp
        --rounds N         rounds that count (3); one more is the warm-up
        --senders LIST     parallel senders of ingest (1,4,16)
        --client NAME      who sends in ingest: storescu (default) or java
        --ct N             CT slices of 0.5 MB in a round of ingest (2000)
        --small N          objects of 20 KB in a round of ingest (10000)
        --multiframe MB    size of the large multi-frame object (1000), 0 for none
        --slices N         objects of the series that is retrieved (500)
        --studies LIST     studies over which is queried, ascending (10000,100000)
        --repeat N         operations of a kind in a round (200), of at most 5 s
        --seed N           of the generator (the time)
        --port-offset N    added to all ports (1000)
        --server FOLDER    the assembled Lucina (wildfly-config/server/target/lucina-server)
        --lucina-cli FILE  jboss-cli commands that change its configuration first
        --scratch FOLDER   where data of all peers lie (a folder in the system's for temporary files)
        --results FOLDER   writes results.csv, results.json and results.md there
      """;

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("peers", "lucina,orthanc,storescp,dcmqrscp"),
          Map.entry("rounds", "3"),
          Map.entry("senders", "1,4,16"),
          Map.entry("client", "storescu"),
          Map.entry("ct", "2000"),
          Map.entry("small", "10000"),
          Map.entry("multiframe", "1000"),
          Map.entry("slices", "500"),
          Map.entry("studies", "10000,100000"),
          Map.entry("repeat", "200"),
          Map.entry("port-offset", "1000"),
          Map.entry("scratch", System.getProperty("java.io.tmpdir")));

  private static final Map<String, String> QUICK =
      Map.of(
          "rounds", "1",
          "senders", "1,4",
          "ct", "20",
          "small", "40",
          "multiframe", "20",
          "slices", "20",
          "studies", "200",
          "repeat", "5");

  private final Map<String, String> values = new TreeMap<>(DEFAULTS);
  private final List<String> scenarios = new ArrayList<>();
  private final boolean quick;

  private CommandLine(List<String> arguments) {
    quick = arguments.contains("--quick");
    if (quick) {
      values.putAll(QUICK);
    }
    List<String> rest = arguments.stream().filter(each -> !each.equals("--quick")).toList();
    for (int i = 0; i < rest.size(); i++) {
      String argument = rest.get(i);
      if (!argument.startsWith("--")) {
        scenarios.add(argument);
      } else if (!USAGE.contains("  " + argument + " ") || i + 1 == rest.size()) {
        throw new IllegalArgumentException("Unknown option, or one without value: " + argument);
      } else {
        values.put(argument.substring(2), rest.get(++i));
      }
    }
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException("Which scenario?");
    }
  }

  /**
   * Reads arguments.
   *
   * @throws IllegalArgumentException when they are not understood, saying why
   */
  static Options read(List<String> arguments) {
    return new CommandLine(arguments).options();
  }

  private Options options() {
    String client = values.get("client");
    if (!List.of("storescu", "java").contains(client)) {
      throw new IllegalArgumentException("There is no client " + client);
    }
    return new Options(
        scenarios,
        list("peers").map(PeerKind::of).toList(),
        quick,
        number("rounds"),
        list("senders").map(Integer::valueOf).toList(),
        client.equals("storescu"),
        number("ct"),
        number("small"),
        number("multiframe"),
        number("slices"),
        list("studies").map(Integer::valueOf).toList(),
        number("repeat"),
        value("seed").map(Long::parseLong).orElseGet(() -> System.currentTimeMillis() / 1000),
        number("port-offset"),
        Path.of(value("server").orElse("wildfly-config/server/target/lucina-server")),
        value("lucina-cli").map(Path::of),
        Path.of(values.get("scratch")),
        value("results").map(Path::of));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private int number(String name) {
    return Integer.parseInt(values.get(name));
  }

  private Stream<String> list(String name) {
    return Arrays.stream(values.get(name).split(",")).map(String::strip);
  }
}
