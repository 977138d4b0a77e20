package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.testing.LocalContext;

/** Content items are treated by what they are about (PS3.15 E.3.4). */
class StructuredContentTest {

  @Test
  void isReplacedWithoutTheOption() throws Exception {
    DataSet result = anonymize(Map.of(), report());

    assertThat(result.items(Tag.ContentSequence)).hasSize(1);
    assertThat(Texts.of(result)).doesNotContain("Findus", "tumour", "A-77");
  }

  @Test
  void isCleanedItemByItem() throws Exception {
    DataSet result = anonymize(option(), report());

    List<String> concepts = concepts(result);
    assertThat(concepts).containsExactly("121008", "121071", "111060", "112040", "99", "121070");
    assertThat(item(result, "121008").string(Tag.PersonName)).hasValue("ANONYMIZED");
    assertThat(item(result, "121071").string(Tag.TextValue)).hasValue("ANONYMIZED");
    assertThat(item(result, "99").string(Tag.TextValue).orElseThrow())
        .contains("seen by")
        .doesNotContain("Gustavsson");
    assertThat(item(result, "112040").string(Tag.UID)).isPresent().isNotEqualTo("1.2.3.9");
    assertThat(item(result, "121070").contains(Tag.ContentSequence)).isFalse();
  }

  @Test
  void keepsWhatOtherOptionsRetain() throws Exception {
    Map<String, String> options = new HashMap<>(option());
    options.put("clean-descriptors", "true");
    options.put("retain-patient-characteristics", "true");
    options.put("retain-longitudinal", "full");
    options.put("retain-uids", "true");

    DataSet result = anonymize(options, report());

    assertThat(item(result, "121071").string(Tag.TextValue).orElseThrow())
        .contains("tumour")
        .doesNotContain("Findus");
    assertThat(item(result, "111060").string(Tag.Date)).hasValue("20200102");
    assertThat(item(result, "112040").string(Tag.UID)).hasValue("1.2.3.9");
    assertThat(item(result, "121033").items(Tag.MeasuredValueSequence)).hasSize(1);
    assertThat(concepts(result)).doesNotContain("121022");
  }

  @Test
  void removesNoneWhereItemsReferToOthersByPlace() throws Exception {
    DataSet report = report();
    List<DataSet> items = new ArrayList<>(report.items(Tag.ContentSequence));
    items.add(
        new DataSet()
            .set(Tag.RelationshipType, "INFERRED FROM")
            .set(Tag.ReferencedContentItemIdentifier, VR.UL, 1, 3));
    report.set(Tag.ContentSequence, items);

    DataSet result = anonymize(option(), report);

    assertThat(result.items(Tag.ContentSequence)).hasSize(items.size());
    assertThat(item(result, "121022").string(Tag.TextValue)).hasValue("ANONYMIZED");
    assertThat(item(result, "121033").items(Tag.MeasuredValueSequence)).isEmpty();
  }

  private static Map<String, String> option() {
    return Map.of("clean-structured-content", "true");
  }

  private static DataSet report() {
    DataSet age = new DataSet().set(Tag.NumericValue, "31");
    DataSet inner = content("TEXT", "121106").set(Tag.TextValue, "Findus again");
    return Given.object(UID.ComprehensiveSRStorage)
        .set(Tag.ValueType, "CONTAINER")
        .set(
            Tag.ContentSequence,
            List.of(
                content("PNAME", "121008").set(Tag.PersonName, "Gustavsson^G"),
                content("TEXT", "121022").set(Tag.TextValue, "A-77"),
                content("TEXT", "121071").set(Tag.TextValue, "Findus has a tumour"),
                content("DATE", "111060").set(Tag.Date, "20200102"),
                content("UIDREF", "112040").set(Tag.UID, "1.2.3.9"),
                content("NUM", "121033").set(Tag.MeasuredValueSequence, List.of(age)),
                content("TEXT", "99").set(Tag.TextValue, "seen by Gustavsson"),
                content("CONTAINER", "121070").set(Tag.ContentSequence, List.of(inner))));
  }

  private static DataSet content(String type, String code) {
    DataSet name =
        new DataSet()
            .set(Tag.CodeValue, code)
            .set(Tag.CodingSchemeDesignator, "DCM")
            .set(Tag.CodeMeaning, "Concept");
    return new DataSet()
        .set(Tag.RelationshipType, "CONTAINS")
        .set(Tag.ValueType, type)
        .set(Tag.ConceptNameCodeSequence, List.of(name));
  }

  private static String concept(DataSet item) {
    List<DataSet> names = item.items(Tag.ConceptNameCodeSequence);
    return names.isEmpty() ? "" : names.get(0).string(Tag.CodeValue).orElse("");
  }

  private static List<String> concepts(DataSet report) {
    return report.items(Tag.ContentSequence).stream().map(StructuredContentTest::concept).toList();
  }

  private static DataSet item(DataSet report, String code) {
    return report.items(Tag.ContentSequence).stream()
        .filter(item -> concept(item).equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static DataSet anonymize(Map<String, String> properties, DataSet original)
      throws Exception {
    try (LocalContext server = Given.server();
        Anonymizer anonymizer = Given.anonymizer(server, properties)) {
      return Given.read(anonymizer.anonymize(Given.dixel(original)));
    }
  }
}
