package org.lucina.archive.report;

import java.io.IOException;
import java.util.Optional;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.dixel.Dixel;

/**
 * Takes note of what an anonymizer did, before it goes anywhere.
 *
 * @param report says what was changed
 * @param key says who is who
 */
public record RunRecord(Optional<RunReport> report, Optional<KeyFile> key) {
  /** Takes no note. */
  public static final RunRecord NONE = new RunRecord(Optional.empty(), Optional.empty());

  /**
   * Notes an instance.
   *
   * @throws IOException when that cannot be written: the result must not leave
   */
  public void add(Dixel original, Anonymized anonymized) throws IOException {
    if (report.isPresent()) {
      report.get().add(anonymized);
    }
    if (key.isPresent() && original.reference().studyUid().filter(key.get()::has).isEmpty()) {
      key.get().add(original.tags(), Optional.of(anonymized.dixel().tags()));
    }
  }
}
