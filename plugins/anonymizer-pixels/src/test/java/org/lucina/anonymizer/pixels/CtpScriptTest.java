package org.lucina.anonymizer.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.image.Region;

/** Scripts of CTP's pixel anonymizer are read as CTP reads them. */
class CtpScriptTest {
  private static final DataSet US =
      new DataSet()
          .set(Tag.Modality, "US")
          .set(Tag.Manufacturer, "ACME Medical")
          .set(Tag.ImageType, "ORIGINAL", "PRIMARY")
          .set(Tag.Rows, VR.US, 480)
          .set(
              Tag.SequenceOfUltrasoundRegions,
              List.of(new DataSet().set(Tag.RegionLocationMinY0, VR.UL, 36)));

  @Test
  void signaturesHaveRegionsAndAllElseIsComment() {
    List<PixelRule> rules =
        CtpScript.read(
            """
            Ultrasound of our own:  1 & 2
              { Modality.equals("US") *
                Manufacturer.containsIgnoreCase("acme }") }   old ones
              (0,0,640,40)  and a logo (600, 0, 40, 480)

            { [0008,0060].equals("CT") } (1,2,3,4)
            the end
            """);
    assertThat(rules).hasSize(2);
    assertThat(rules.get(0).action())
        .isEqualTo(
            new Action.Regions(List.of(new Region(0, 0, 640, 40), new Region(600, 0, 40, 480))));
    assertThat(rules.get(0).text()).isEqualTo("CTP signature of line 2");
    assertThat(rules.get(1).text()).isEqualTo("CTP signature of line 6");
    assertThat(rules.get(1).condition().holds(US)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Modality.equals(\"US\") | true",
        "Modality.equals(\"us\") | false",
        "Modality.equalsIgnoreCase(\"us\") | true",
        "Manufacturer.contains(\"Med\") | true",
        "Manufacturer.containsIgnoreCase(\"MED\") | true",
        "Manufacturer.startsWith(\"ACME\") | true",
        "Manufacturer.startsWithIgnoreCase(\"acme\") | true",
        "Manufacturer.endsWith(\"cal\") | true",
        "Manufacturer.endsWithIgnoreCase(\"CAL\") | true",
        "Manufacturer.matches(\"ACME.*\") | true",
        "Manufacturer.matches(\"CME\") | false",
        "ImageType.contains(\"ORIGINAL\\PRIMARY\") | true",
        "Rows.isLessThan(\"481\") | true",
        "Rows.isGreaterThan(\"480\") | false",
        "StationName.equals(\"\") | true",
        "[0028,0010].equals(\"480\") | true",
        "SequenceOfUltrasoundRegions::RegionLocationMinY0.equals(\"36\") | true",
        "[0018,6011]::[0018,601A].equals(\"36\") | true",
        "true. | true",
        "!true. | false",
        "! Modality.equals(\"CT\") | true",
        "false. + true. * false. | false",
        "true. + true. * false. | true",
        "(true. + true.) * false. | false",
        "true. * !(false. + false.) | true"
      })
  void expressionsAreTrueOrFalse(String expression, boolean holds) {
    PixelRule rule = CtpScript.read("{ " + expression + " } (0,0,1,1)").get(0);
    assertThat(rule.condition().holds(US)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ Modality.equals(\"US\") } | line 3: a signature has no regions",
        "{ Modality.equals(\"US\") (0,0,1,1) | line 3: a brace is left open",
        "{ Modality.equals(\"US\") } (0,0,1) | line 3: '0,0,1' is no region",
        "{ Modality.equals(\"US\") } (0,0,1,1 | line 3: a parenthesis is left open",
        "{ Modality.sounds(\"US\") } (0,0,1,1) | line 3: 'sounds' is no method",
        "{ Modaltiy.equals(\"US\") } (0,0,1,1) | line 3: 'Modaltiy' is no attribute",
        "{ Modality } (0,0,1,1) | line 3: this is no term",
        "{ true. true. } (0,0,1,1) | line 3: 't' where an operator",
        "{ (true. } (0,0,1,1) | line 3: a parenthesis is left open",
        "(0,0,1,1) | line 3: '(' where a signature",
        "{ Modality.matches(\"[\") } (0,0,1,1) | line 3: '[' is no regular expression"
      })
  void whatCannotBeReadIsRefusedByLine(String script, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CtpScript.read("our\nown\n" + script))
        .withMessageContaining(problem);
  }
}
