package org.lucina.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lucina.bench.client.MoveReceiver;
import org.lucina.bench.client.WrongAnswerException;
import org.lucina.bench.peer.Peer;
import org.lucina.bench.peer.PeerKind;
import org.lucina.bench.peer.Peers;
import org.lucina.bench.peer.Ports;
import org.lucina.bench.peer.Usage;
import org.lucina.bench.report.Export;
import org.lucina.bench.report.Markdown;
import org.lucina.bench.report.Measure;
import org.lucina.bench.report.Results;
import org.lucina.bench.report.Sample;
import org.lucina.bench.report.Targets;
import org.lucina.bench.report.Unit;
import org.lucina.bench.scenario.Bench;
import org.lucina.bench.scenario.Scenario;

/** Runs scenarios over all peers side by side and prints what came out. */
public final class Compare {
  private static final String ALL = "all";

  private final Options options;
  private final Results results;

  private Compare(Options options) {
    this.options = options;
    this.results = new Results(options.peers().stream().map(PeerKind::label).toList());
  }

  /**
   * Ends with status 0 when all ran, whether targets were met or missed; 1 when a peer answered
   * wrongly or did not run; 2 when the arguments were not understood.
   */
  public static void main(String[] arguments) {
    try {
      new Compare(CommandLine.read(List.of(arguments))).run();
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      System.err.printf(CommandLine.USAGE, String.join(", ", Scenario.byName().keySet()));
      System.exit(2);
    } catch (WrongAnswerException e) {
      System.err.println("bench: WRONG ANSWER, so there are no figures: " + e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException {
    List<Scenario> scenarios = scenarios();
    Path scratch = Files.createTempDirectory(options.scratch(), "lucina-bench");
    try {
      measure(scenarios, scratch);
    } finally {
      Bench.delete(scratch);
    }
    String markdown = Preamble.of(options) + new Markdown(results, Targets.all()).text();
    System.out.println(markdown);
    if (options.results().isPresent()) {
      Export.write(results, markdown, options.results().get());
    }
  }

  private List<Scenario> scenarios() {
    Map<String, Scenario> known = Scenario.byName();
    if (options.scenarios().contains(ALL)) {
      return List.copyOf(known.values());
    }
    return options.scenarios().stream()
        .map(
            name ->
                Optional.ofNullable(known.get(name))
                    .orElseThrow(() -> new IllegalArgumentException("No scenario " + name)))
        .collect(Collectors.toList());
  }

  private void measure(List<Scenario> scenarios, Path scratch) throws IOException {
    Ports ports = new Ports(options.portOffset());
    try (MoveReceiver receiver = MoveReceiver.start(ports.receiver());
        Peers peers =
            Peers.start(
                options.peers(), options.server(), options.lucinaCommands(), ports, scratch)) {
      Bench bench = new Bench(options, peers, results, scratch, receiver);
      for (Scenario scenario : scenarios) {
        scenario.run(bench);
      }
      for (Peer peer : peers.all()) {
        resources(peer);
      }
    }
  }

  private void resources(Peer peer) throws IOException {
    Usage usage = peer.usage();
    add(peer, Targets.START, peer.startTime().toMillis() / 1000.0);
    add(peer, Targets.RESIDENT, usage.resident() / 1e6);
    add(peer, measure("peak of it (VmHWM)", Unit.MEGABYTES), usage.peak() / 1e6);
    add(peer, measure("processor time, all in all", Unit.SECONDS), usage.cpu().toMillis() / 1000.0);
  }

  private static Measure measure(String name, Unit unit) {
    return new Measure(Targets.RESOURCES, name, "", unit);
  }

  private void add(Peer peer, Measure measure, double value) {
    results.add(new Sample(measure, peer.kind().label(), 1, value, Double.NaN));
  }
}
