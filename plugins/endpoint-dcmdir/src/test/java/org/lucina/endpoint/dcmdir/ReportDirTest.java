package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dcmdir.Objects.open;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;

class ReportDirTest {
  private final Reference study = Reference.study("1.2.3");

  @TempDir private Path folder;

  @Test
  void keepsReportsAsText() throws Exception {
    try (Endpoint reports = open(new ReportDirProvider(), folder)) {
      reports.put(Dixel.of(study).report(() -> "Keine Auffälligkeit").build());

      assertThat(folder.resolve("1.2.3.txt")).hasContent("Keine Auffälligkeit");
      assertThat(reports.get(study, Set.of(View.REPORT)).report()).contains("Keine Auffälligkeit");
      reports.delete(study);
      reports.delete(study);
      assertThat(reports.exists(study)).isFalse();
    }
  }

  @Test
  void namesWhatHasNoUidByItsKeyAndNeverLeavesTheFolder() throws Exception {
    Reference key = Reference.key(DicomLevel.STUDY, "../rad/42");
    try (Endpoint reports = open(new ReportDirProvider(), folder)) {
      reports.put(Dixel.of(key).report(() -> "text").build());

      assertThat(folder.resolve("%2E.%2Frad%2F42.txt")).hasContent("text");
    }
  }

  @Test
  void refusesWhatHasNoReport() throws Exception {
    try (Endpoint reports = open(new ReportDirProvider(), folder)) {
      assertThatThrownBy(() -> reports.put(Dixel.of(study).build()))
          .isInstanceOf(EndpointException.class)
          .hasMessageContaining("without a report");
      assertThatThrownBy(() -> reports.get(study, Set.of(View.REPORT)))
          .hasMessageContaining("has no report");
    }
  }
}
