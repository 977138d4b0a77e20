package org.lucina.anonymizer.rules.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recipes of deid become rules, or are refused by line. */
class DeidRecipeTest {
  private static final int PROTECTED = 5;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "KEEP Modality                  ~ keep Modality",
        "blank PatientName  # no name   ~ empty PatientName",
        "REMOVE ALL                     ~ remove all",
        "REMOVE 00190010                ~ remove 00190010",
        "REMOVE (0019,\"SIEMENS MR\",1E) ~ remove \"private:SIEMENS MR@0019xx1E\"",
        "REPLACE PatientID var:id       ~ replace PatientID P 1",
        "REPLACE PatientID A B          ~ replace PatientID A B",
        "REPLACE StudyInstanceUID deid_func:dicom_uid prefix=1.2 ~ uid StudyInstanceUID",
        "ADD PatientIdentityRemoved YES ~ add top:PatientIdentityRemoved YES",
        "JITTER StudyDate -31           ~ shift StudyDate -31",
        "JITTER endswith:Date 7         ~ shift \"keyword:(?:Date)$\" 7",
        "REMOVE startswith:Patient      ~ remove \"keyword:^(?:Patient)\"",
        "BLANK contains:Name            ~ empty \"keyword:Name\"",
        "BLANK except:StudyDate|Time    ~ empty \"not-keyword:StudyDate|Time\"",
        "KEEP select:group:18           ~ keep group:0018",
        "BLANK select:VR:TM             ~ empty vr:TM",
        "BLANK RequestAttributesSequence__PatientName ~ empty RequestAttributesSequence.PatientName",
      })
  void eachLineThatARuleCanSayIsTaken(String line, String rule) {
    assertThat(rules(line)).containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "REPLACE PatientID func:hide        ~ function of a program",
        "REPLACE PatientID var:other        ~ given by a program",
        "REPLACE PatientID                  ~ has no value",
        "REMOVE ALL func:is_name            ~ depends on a value",
        "REMOVE values:names                ~ do not look for values",
        "JITTER StudyDate deid_func:jitter  ~ function of a program",
        "JITTER StudyDate soon              ~ no number of days",
        "REPLACE PatientID deid_func:dicom_uid ~ has no rule",
        "ADD contains:Name x                ~ one attribute",
        "BLANK NoSuchThing                  ~ no attribute of DICOM",
        "BLANK TransferSyntaxUID            ~ made anew",
        "BLANK fields:none                  ~ no field in %fields none",
        "KEEP select:size:3                 ~ a VR or a group",
        "KEEP upto:Date                     ~ is unknown",
        "HIDE PatientName                   ~ no action of deid",
      })
  void whatNoRuleCanSayIsRefusedByLineAndReason(String line, String reason) {
    assertThatThrownBy(() -> rules(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 4 (")
        .hasMessageContaining(reason);
  }

  @Test
  void theMoreCautiousActionCountsAndOfOneActionTheLast() {
    assertThat(
            rules(
                """
                BLANK ALL
                REMOVE endswith:Name
                REPLACE PatientName A
                REPLACE PatientName B
                KEEP PatientSex
                ADD PatientID 1
                """))
        .containsExactly(
            "keep PatientSex",
            "add top:PatientID 1",
            "replace PatientName B",
            "replace PatientName A",
            "remove \"keyword:(?:Name)$\"",
            "empty all");
  }

  @Test
  void groupsOfFieldsBecomeARuleEach() {
    assertThat(
            DeidRecipe.read(
                    """
                    FORMAT dicom
                    %fields who
                    FIELD PatientID
                    FIELD startswith:OtherPatient
                    %labels
                    ADD anything here
                    %header
                    REMOVE fields:who
                    """,
                    Map.of())
                .lines())
        .endsWith("remove PatientID", "remove \"keyword:^(?:OtherPatient)\"");
  }

  @Test
  void sectionsThatAreNotOfTheHeaderAreRefused() {
    assertThatThrownBy(
            () ->
                DeidRecipe.read(
                    """
                    FORMAT nifti
                    KEEP Modality
                    %filter graylist
                    LABEL all of them
                    %values names
                    FIELD PatientName
                    %other
                    """,
                    Map.of()))
        .hasMessageContainingAll(
            "line 1",
            "not dicom",
            "line 2",
            "in no section",
            "line 3",
            "type pixels",
            "line 5",
            "look for values",
            "line 7",
            "section is unknown");
  }

  private static List<String> rules(String lines) {
    List<String> all =
        DeidRecipe.read("FORMAT dicom\n\n%header\n" + lines, Map.of("id", "P 1")).lines();
    assertThat(all.subList(0, PROTECTED)).contains("keep PixelData", "keep VOILUTSequence");
    return all.subList(PROTECTED, all.size());
  }
}
