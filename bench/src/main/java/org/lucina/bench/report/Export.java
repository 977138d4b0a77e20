package org.lucina.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes results as files: every figure as CSV and JSON, the tables as Markdown. */
public final class Export {
  private Export() {}

  /** Writes {@code results.csv}, {@code results.json} and {@code results.md} into a folder. */
  public static void write(Results results, String markdown, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("results.csv"),
        results.samples().stream()
            .map(sample -> String.join(",", fields(sample)))
            .collect(
                Collectors.joining(
                    "\n", "scenario,measure,scale,unit,peer,round,value,cpu_ms\n", "\n")));
    Files.writeString(
        folder.resolve("results.json"),
        results.samples().stream()
            .map(sample -> json(fields(sample)))
            .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    Files.writeString(folder.resolve("results.md"), markdown);
  }

  /** Texts in quotation marks, which none of them holds, and numbers. */
  private static List<String> fields(Sample sample) {
    Measure measure = sample.measure();
    return List.of(
        quoted(measure.scenario()),
        quoted(measure.name()),
        quoted(measure.scale()),
        quoted(measure.unit().symbol()),
        quoted(sample.peer()),
        Integer.toString(sample.round()),
        number(sample.value()),
        Double.isNaN(sample.cpuMillis()) ? "" : number(sample.cpuMillis()));
  }

  private static String json(List<String> fields) {
    return String.format(
        "{\"scenario\":%s,\"measure\":%s,\"scale\":%s,\"unit\":%s,\"peer\":%s,\"round\":%s,"
            + "\"value\":%s,\"cpuMillis\":%s}",
        fields.stream().map(field -> field.isEmpty() ? "null" : field).toArray());
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
