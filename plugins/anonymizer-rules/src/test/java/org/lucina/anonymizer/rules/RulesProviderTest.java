package org.lucina.anonymizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.ProviderException;
import org.lucina.spi.anonymize.Anonymizer;

/** Rules that make no sense are refused by name. */
class RulesProviderTest extends GivenRules {
  @TempDir private Path temp;

  @Test
  void refusesRulesThatMakeNoSense() throws Exception {
    assertRefused("no action and attribute", "remove");
    assertRefused("the action must be", "delete PatientName");
    assertRefused("no attribute of DICOM", "remove PatientNme");
    assertRefused("no VR", "remove vr:XX");
    assertRefused("4 hexadecimal digits", "remove group:10");
    assertRefused("needs a value", "replace PatientName");
    assertRefused("takes nothing", "remove PatientName now");
    assertRefused("is for PatientID", "identity AccessionNumber");
    assertRefused("needs property 'mint'", "uid vr:UI");
    assertRefused("needs property 'mint'", "shift vr:DA");
    assertRefused("replace Rows many", "replace Rows many");
    assertRefused("no number of days", "shift vr:DA P1X");
    assertRefused("there is no rule", "# nothing");
    assertRefused("takes /pattern/replacement/", "regex StudyDescription /x");
    assertRefused("no regular expression", "regex StudyDescription /(/x/");
    assertRefused("names a group", "regex StudyDescription /x/$1/");
    assertRefused("is for text", "regex Rows /1/2/");
    assertRefused("no regular expression", "remove keyword:(");
    assertRefused("8 hexadecimal digits", "remove tag:60xx30");
    assertRefused("for one attribute", "add vr:PN x");
    assertRefused("for one attribute", "require RequestAttributesSequence.CodeValue x");
    assertRefused("several values", "append PatientComments x");
    assertRefused("DeidentificationMethodCodeSequence", "codes ProcedureCodeSequence 113100");
    assertRefused("no code of a method", "codes DeidentificationMethodCodeSequence 1");
    assertRefused("whole number", "round PatientAge x");
    assertRefused("is for VR", "round PatientName 3");
    assertRefused("'date' takes", "date StudyDate *-13-*");
    assertThatThrownBy(() -> create(Map.of())).hasMessageContaining("give one of");
  }

  @Test
  void readsRulesFromAFile() throws Exception {
    Path file =
        Files.writeString(temp.resolve("rules"), "# of the study\nreplace PatientName A;B\n");
    Anonymizer anonymizer = create(Map.of("rules-file", file.toString()));

    DataSet after = read(anonymizer.anonymize(dixel(OBJECTS.small(1, 1, 1, 1)))).dataSet();
    assertThat(after.string(Tag.PatientName)).hasValue("A;B");
  }

  @Test
  void readsACtpScriptBehindRulesOfItsOwn() throws Exception {
    Path file =
        Files.writeString(
            temp.resolve("ctp.script"),
            """
            <script>
             <p t="SITE">unset</p>
             <e en="T" t="00100010" n="PatientName">@empty()</e>
             <e en="T" t="00100020" n="PatientID">@keep()</e>
             <e en="T" t="0020000e" n="SeriesInstanceUID">@keep()</e>
             <e en="T" t="00120031" n="ClinicalTrialSiteName">@always()@param(@SITE)</e>
             <r en="T" t="unspecifiedelements">Remove unchecked elements</r>
            </script>
            """);
    server.folder(temp.resolve("instance"));
    Anonymizer anonymizer =
        create(
            Map.of(
                "ctp-script-file", file.toString(),
                "rules", "replace PatientID X",
                "parameters", "SITE = North; OTHER=1"));

    DataSet after = read(anonymizer.anonymize(dixel(OBJECTS.small(1, 1, 1, 1)))).dataSet();
    assertThat(after.string(Tag.PatientID)).hasValue("X");
    assertThat(after.contains(Tag.PatientName)).isTrue();
    assertThat(after.string(Tag.PatientName)).isEmpty();
    assertThat(after.string(Tag.ClinicalTrialSiteName)).hasValue("North");
    assertThat(after.contains(Tag.StudyDate)).isFalse();
    assertThat(after.contains(Tag.PixelData)).isTrue();
    assertThat(temp.resolve("instance/imported.rules"))
        .content()
        .startsWith("# otherwise=remove\nempty 00100010\n")
        .contains("add 00120031 North\n");
  }

  @Test
  void readsADeidRecipe() throws Exception {
    Path file =
        Files.writeString(
            temp.resolve("deid.dicom"),
            "FORMAT dicom\n%header\nBLANK contains:PatientN\nREMOVE PixelData\nJITTER StudyDate 1\n");
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(Tag.StudyDate, "20260228");
    Anonymizer anonymizer = create(Map.of("deid-recipe-file", file.toString()));

    DataSet after = read(anonymizer.anonymize(dixel(object))).dataSet();
    assertThat(after.string(Tag.PatientName)).isEmpty();
    assertThat(after.string(Tag.StudyDate)).hasValue("20260301");
    assertThat(after.contains(Tag.PixelData)).as("is protected").isTrue();
  }

  @Test
  void refusesImportsByLine() throws Exception {
    Path file =
        Files.writeString(
            temp.resolve("deid.dicom"), "FORMAT dicom\n%header\nREPLACE PatientID func:x");
    assertThatThrownBy(() -> create(Map.of("deid-recipe-file", file.toString())))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("line 3 (REPLACE PatientID)");
    assertThatThrownBy(() -> create(Map.of("deid-recipe-file", "" + file, "rules-file", "" + file)))
        .hasMessageContaining("give one of");
    assertThatThrownBy(() -> create(Map.of("rules", "keep all", "parameters", "x")))
        .hasMessageContaining("NAME=VALUE");
  }

  private void assertRefused(String word, String rules) {
    assertThatThrownBy(() -> anonymizer(rules, Map.of()))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(word);
  }
}
