package org.lucina.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Tells results as tables in Markdown, one for each scenario, with targets met and missed. */
public final class Markdown {
  private final Results results;
  private final List<Target> targets;

  /** Prepares to tell them. */
  public Markdown(Results results, List<Target> targets) {
    this.results = results;
    this.targets = targets;
  }

  /** All tables. */
  public String text() {
    return results.measures().stream()
        .map(Measure::scenario)
        .distinct()
        .map(this::table)
        .collect(Collectors.joining("\n"));
  }

  private String table(String scenario) {
    List<Measure> rows =
        results.measures().stream().filter(row -> row.scenario().equals(scenario)).toList();
    List<String> peers =
        results.peers().stream()
            .filter(peer -> rows.stream().anyMatch(row -> results.median(row, peer).isPresent()))
            .toList();
    List<String> others = peers.stream().filter(peer -> !peer.equals(Target.SUBJECT)).toList();
    List<String> header = new ArrayList<>(List.of(scenario, "scale", "unit"));
    header.addAll(peers);
    if (peers.contains(Target.SUBJECT)) {
      others.forEach(peer -> header.add("ratio to " + peer));
    }
    header.add("targets");
    StringBuilder text = new StringBuilder(line(header));
    text.append(line(header.stream().map(column -> "---").toList()));
    for (Measure row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.name(), row.scale(), row.unit().symbol()));
      peers.forEach(peer -> cells.add(figure(row, peer)));
      if (peers.contains(Target.SUBJECT)) {
        others.forEach(peer -> cells.add(ratio(row, peer)));
      }
      cells.add(verdicts(row));
      text.append(line(cells));
    }
    return text.toString();
  }

  /** The median, and the processor time of the peer for one object or operation behind it. */
  private String figure(Measure row, String peer) {
    OptionalDouble median = results.median(row, peer);
    if (median.isEmpty()) {
      return "";
    }
    OptionalDouble cpu = results.cpuMillis(row, peer);
    return row.unit().format(median.getAsDouble())
        + (cpu.isPresent() ? String.format(Locale.ROOT, " (%.2f)", cpu.getAsDouble()) : "");
  }

  private String ratio(Measure row, String peer) {
    OptionalDouble ours = results.median(row, Target.SUBJECT);
    OptionalDouble theirs = results.median(row, peer);
    return ours.isPresent() && theirs.isPresent()
        ? RelativeTarget.times(row.unit().gain(ours.getAsDouble(), theirs.getAsDouble()))
        : "";
  }

  private String verdicts(Measure row) {
    return targets.stream()
        .map(target -> target.judge(results, row))
        .flatMap(Optional::stream)
        .map(Target.Verdict::toString)
        .collect(Collectors.joining("; "));
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
