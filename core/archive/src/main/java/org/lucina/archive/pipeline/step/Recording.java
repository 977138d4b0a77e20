package org.lucina.archive.pipeline.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.archive.report.KeyFile;
import org.lucina.archive.report.Reports;
import org.lucina.archive.report.RunRecord;
import org.lucina.archive.report.RunReport;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.pipeline.StepDefinition;

/** Takes note of what an anonymizer did, where the properties of a step say. */
final class Recording {
  private static final String FOLDER = "report-folder";
  private static final String KEY = "key-file";

  private final Reports reports;
  private final Optional<RunReport> report;
  private final Optional<Path> key;

  /**
   * Reads the properties.
   *
   * @throws IllegalArgumentException when a path is relative
   */
  Recording(Reports reports, String pipeline, StepDefinition step) {
    Configuration properties = step.properties();
    this.reports = reports;
    Path folder = absolute(properties, FOLDER).orElseGet(() -> reports.folder(pipeline));
    this.report =
        properties.flag("report")
            ? Optional.of(reports.report(folder, step.name()))
            : Optional.empty();
    this.key = absolute(properties, KEY);
  }

  private static Optional<Path> absolute(Configuration properties, String name) {
    try {
      return properties.find(name).isPresent()
          ? Optional.of(properties.absolutePath(name))
          : Optional.empty();
    } catch (ProviderException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Notes an instance; when that cannot be, it is tried again, as nothing leaves without. */
  void add(Dixel original, Anonymized anonymized) throws StepException {
    try {
      Optional<KeyFile> file =
          key.isPresent() ? Optional.of(reports.key(key.get())) : Optional.empty();
      new RunRecord(report, file).add(original, anonymized);
    } catch (IOException e) {
      throw new StepException(
          StepException.Remedy.RETRY, "the report or key file cannot be written", e);
    }
  }
}
