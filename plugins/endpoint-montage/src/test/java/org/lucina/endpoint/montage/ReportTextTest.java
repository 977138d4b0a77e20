package org.lucina.endpoint.montage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTextTest {

  @Test
  void dropsMarkupAndEndsLinesBeforeSections() {
    assertThat(
            ReportText.plain(
                "<b>EXAM:</b>CT chest<br/>with contrast<p>FINDINGS:</p> no nodule <i>of</i>"
                    + " note.<b>1. Clear</b>"))
        .isEqualTo("EXAM:\nCT chestwith contrast\nFINDINGS: no nodule of note.\n1. Clear");
  }

  @Test
  void carriageReturnsEndLines() {
    assertThat(ReportText.plain("one\rtwo\r\nthree")).isEqualTo("one\ntwo\nthree");
  }

  @Test
  void keepsComparisonsAndResolvesEntities() {
    assertThat(ReportText.plain("nodule <5 mm and > 3 mm, A&amp;B &#65;&#x42; &unknown; &lt;b&gt;"))
        .isEqualTo("nodule <5 mm and > 3 mm, A&B AB &unknown; <b>");
    assertThat(ReportText.plain("")).isEmpty();
  }

  @Test
  void extractsValuesByGroups() {
    String report = "Smoker: yes\nPack-years: 15\nRADCAT3";

    assertThat(new Extraction("Pack-years: (?<packYears>\\d+)").of(report))
        .isEqualTo(Map.of("packYears", "15"));
    assertThat(new Extraction("RADCAT\\s*(\\d)").of(report)).isEqualTo(Map.of("extract", "3"));
    assertThat(new Extraction("RADCAT\\d").of(report)).isEqualTo(Map.of("extract", "RADCAT3"));
    assertThat(new Extraction("BI-RADS (\\d)").of(report)).isEmpty();
  }
}
