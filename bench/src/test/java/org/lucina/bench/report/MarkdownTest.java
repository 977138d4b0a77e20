package org.lucina.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables say plainly what is met and what is missed. */
class MarkdownTest {
  private static final Measure INGEST =
      new Measure("ingest", "slices", "4 senders", Unit.OBJECTS_PER_SECOND);

  private final Results results = new Results(List.of("Lucina", "Orthanc", "storescp"));

  @Test
  void tellsMediansRatiosAndTargets() {
    add(INGEST, "Orthanc", 100, 90, 300);
    add(INGEST, "Lucina", 350, 400, 10);
    add(INGEST, "storescp", 700, 700, 700);

    assertThat(text())
        .contains(
            "| slices | 4 senders | objects/s | 350 (0.50) | 100 (0.50) | 700 (0.50) | 3.50x |"
                + " 0.50x | at least 3.00x Orthanc: met (3.50x);"
                + " at least 1.00x storescp: **MISSED** (0.50x) |");
  }

  @Test
  void lessTimeIsBetter() {
    Measure small = new Measure("query", "find", "10,000 studies", Unit.MILLISECONDS);
    Measure large = small.at("100,000 studies");
    add(small, "Lucina", 1);
    add(large, "Lucina", 2);
    add(large, "Orthanc", 40);

    assertThat(text())
        .contains("20.0x | at least 10.0x Orthanc: met (20.0x)")
        .contains("flat, within 1.50x of 10,000 studies: **MISSED** (2.00x)");
  }

  @Test
  void latencyMayBeSomewhatWorseThanAnAppend() {
    Measure latency = new Measure("latency", "slice, median", "1 sender", Unit.MILLISECONDS);
    add(latency, "Lucina", 14);
    add(latency, Targets.APPEND, 10);

    assertThat(text()).contains("within 1.50x of " + Targets.APPEND + ": met (1.40x)");
  }

  @Test
  void limitsAreJudgedWithoutPeers() {
    add(Targets.START, "Lucina", 8.5);

    assertThat(text()).contains("below 8.0 s: **MISSED** (8.5 s)");
  }

  private void add(Measure measure, String peer, double... values) {
    for (int i = 0; i < values.length; i++) {
      results.add(new Sample(measure, peer, i + 1, values[i], 0.5));
    }
  }

  private String text() {
    return new Markdown(results, Targets.all()).text();
  }
}
