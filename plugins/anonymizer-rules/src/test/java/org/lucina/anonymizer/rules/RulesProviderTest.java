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

  private void assertRefused(String word, String rules) {
    assertThatThrownBy(() -> anonymizer(rules, Map.of()))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(word);
  }
}
