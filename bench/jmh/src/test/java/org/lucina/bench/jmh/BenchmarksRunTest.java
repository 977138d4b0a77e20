package org.lucina.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, once each, so that none rots. */
class BenchmarksRunTest {

  @Test
  void allRunWithoutFault() throws Exception {
    Options once =
        new OptionsBuilder()
            .include("org\\.lucina\\.bench\\.jmh\\..*")
            .mode(Mode.SingleShotTime)
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    Collection<RunResult> results = new Runner(once).run();

    Set<String> names =
        results.stream()
            .map(result -> result.getParams().getBenchmark())
            .map(name -> name.substring(name.indexOf(".jmh.") + 5))
            .collect(Collectors.toSet());
    assertThat(names)
        .containsExactlyInAnyOrder(
            "AnonymizeBenchmark.anonymize",
            "Part10Benchmark.parse",
            "Part10Benchmark.parseByReference",
            "Part10Benchmark.write",
            "FreeTextBenchmark.of",
            "FreeTextBenchmark.clean",
            "FreeTextBenchmark.ofAndClean",
            "FreeTextBenchmark.scan",
            "JsonBenchmark.write",
            "JsonBenchmark.read",
            "PixelsBenchmark.blackOut",
            "PixelsBenchmark.rleEncode",
            "PixelsBenchmark.rleDecode",
            "QueryBenchmark.find");
  }
}
