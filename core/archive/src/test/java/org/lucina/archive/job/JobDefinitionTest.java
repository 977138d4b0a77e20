package org.lucina.archive.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.Tag;
import org.lucina.spi.query.Query;

/** Definitions of jobs are read, or refused with what is wrong. */
class JobDefinitionTest {

  @Test
  void aSpanOfDaysIsCutIntoSteps() throws Exception {
    List<Query> items =
        worklist("{'query':'ModalitiesInStudy=CT','from':'2026-01-01','to':'2026-01-31'}");
    assertThat(items)
        .extracting(each -> each.key(Tag.StudyDate).orElseThrow())
        .containsExactly("20260101-20260115", "20260116-20260130", "20260131-20260131");
    assertThat(items).allMatch(each -> each.key(Tag.ModalitiesInStudy).isPresent());
  }

  @Test
  void aCsvNamesItsAttributesInItsFirstLine() throws Exception {
    List<Query> items =
        worklist(
            "{'csv':'\\uFEFFAccessionNumber,PatientID\\r\\n\\\"A,1\\\",P1\\r\\n\\r\\n,P2\\n'}");
    assertThat(items).hasSize(2);
    assertThat(items.get(0).key(Tag.AccessionNumber)).contains("A,1");
    assertThat(items.get(1).key(Tag.PatientID)).contains("P2");
    assertThat(items.get(1).key(Tag.AccessionNumber)).isEmpty();
  }

  @Test
  void moreItemsThanThereMayBeAreRefusedBeforeAllAreRead() {
    String csv = "PatientID\\n" + "1\\n".repeat(1_000_001) + "*\\n";
    assertThatThrownBy(() -> worklist("{'csv':'" + csv + "'}"))
        .hasMessageContaining("must have 1 to 1000000 items");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'dance'} | 'type' must be",
        "{'type':'collect','destination':'b'} | 'source' is missing",
        "{'type':'collect','source':'a','destination':'b'} | 'worklist' must be an object",
        "{'type':'collect','source':'a','destination':'b','worklist':{}} | worklist must have",
        "{'type':'collect','source':'a','destination':'a','worklist':{'study-uids':['1.2']}}"
            + " | are the same",
        "{'type':'collect','source':'a','destination':'b','wrokers':3,'worklist':{'study-uids':"
            + "['1.2']}} | unknown: 'wrokers'",
        "{'type':'collect','source':'a','destination':'b','workers':300,'worklist':{'study-uids':"
            + "['1.2']}} | between 1 and 16",
        "{'type':'collect','source':'a','destination':'b','worklist':{'patient-ids':['P*']}}"
            + " | no single value",
        "{'type':'collect','source':'a','destination':'b','worklist':{'csv':'Colour\\nred'}}"
            + " | 'Colour' is no attribute",
        "{'type':'collect','source':'a','destination':'b','worklist':{'from':'2026-01-01'}}"
            + " | stand together",
        "{'type':'index','path':'data','endpoint':'b'} | must be absolute"
      })
  void whatIsWrongIsNamed(String definition, String problem) {
    assertThatThrownBy(() -> parse(definition))
        .isInstanceOfSatisfying(
            JobException.class,
            e -> assertThat(e.reason()).isEqualTo(JobException.Reason.MALFORMED))
        .hasMessageContaining(problem);
  }

  @Test
  void whatNamesPatientsIsNotShown() throws Exception {
    String text =
        "{'type':'collect','source':'a','destination':'b','worklist':{'patient-ids':['P123']}}";
    assertThat(parse(text).shown().toString()).contains("\"items\":1").doesNotContain("P123");
  }

  private static List<Query> worklist(String worklist) throws JobException {
    String text = "{'type':'collect','source':'a','destination':'b','worklist':" + worklist + "}";
    return ((CollectDefinition) parse(text)).worklist().items();
  }

  private static JobDefinition parse(String text) throws JobException {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return JobDefinition.parse(reader.readObject());
    }
  }
}
