package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.testing.LocalContext;

/**
 * Each row of PS3.15 Table E.1-1 is kept to, by itself and in an item, without an option and with
 * each. The object is of a class whose Types nobody has told.
 */
class EachRowTest {
  private static final String NO_OPTION = "";
  private static final Map<String, Map<String, String>> OPTIONS = options();
  private static final Map<String, Anonymizer> ANONYMIZERS = new HashMap<>();
  private static LocalContext server;

  private static Map<String, Map<String, String>> options() {
    Map<String, Map<String, String>> options = new LinkedHashMap<>();
    options.put(NO_OPTION, Map.of());
    options.put("retain-full-dates", Map.of("retain-longitudinal", "full"));
    options.put("retain-modified-dates", Map.of("retain-longitudinal", "modified"));
    for (String each :
        List.of(
            "clean-descriptors",
            "clean-structured-content",
            "retain-uids",
            "retain-patient-characteristics",
            "retain-device-identity",
            "retain-institution-identity",
            "clean-graphics",
            "retain-safe-private")) {
      options.put(each, Map.of(each, "true"));
    }
    return options;
  }

  @BeforeAll
  static void open() throws Exception {
    server = Given.server();
    for (Map.Entry<String, Map<String, String>> each : OPTIONS.entrySet()) {
      ANONYMIZERS.put(each.getKey(), Given.anonymizer(server, each.getValue()));
    }
  }

  @AfterAll
  static void close() {
    server.close();
  }

  static Stream<Arguments> rows() throws Exception {
    List<TableRow> rows = TableRow.all();
    return OPTIONS.keySet().stream()
        .flatMap(option -> rows.stream().map(row -> Arguments.of(row, option)));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("rows")
  void isKeptTo(TableRow row, String option) throws Exception {
    int tag = row.anyTag();
    DataSet original = Given.object(UID.EnhancedPETImageStorage);
    boolean fileMeta = tag >>> 16 == 0x0002; // made anew, and in items only
    if (!fileMeta) {
      SampleValue.put(original, tag);
    }
    DataSet item = new DataSet();
    SampleValue.put(item, tag);
    original.set(Tag.ReferencedInstanceSequence, List.of(item));

    DataSet result = Given.read(ANONYMIZERS.get(option).anonymize(Given.dixel(original)));

    String code = row.code(option);
    if (!fileMeta) {
      check(row, code, option, result, original);
    }
    check(row, code, option, result.items(Tag.ReferencedInstanceSequence).get(0), item);
    if (!code.equals("K")) {
      assertThat(Texts.of(result)).doesNotContain("Findus");
    }
  }

  private static void check(
      TableRow row, String code, String option, DataSet result, DataSet original) {
    int tag = row.anyTag();
    switch (code) {
      case "X" -> assertThat(result.contains(tag)).isFalse();
      case "Z" -> assertThat(result.contains(tag) && !same(result, original, tag)).isTrue();
      case "D", "X/D", "Z/D", "X/Z/D", "X/Z" -> checkDummy(code, result, original, tag);
      case "U", "X/Z/U*" -> checkUid(result, original, tag);
      case "K" -> checkKept(result, original, tag);
      case "C" -> checkClean(row, option, result, original, tag);
      default -> throw new AssertionError("a code without a test: " + code);
    }
  }

  private static void checkDummy(String code, DataSet result, DataSet original, int tag) {
    Element element = result.get(tag).orElseThrow();
    assertThat(element.isEmpty()).isEqualTo(code.equals("X/Z"));
    assertThat(same(result, original, tag)).isFalse();
  }

  private static void checkUid(DataSet result, DataSet original, int tag) {
    if (SampleValue.vr(tag) == VR.SQ) {
      assertThat(result.items(tag).get(0).string(Tag.ReferencedSOPInstanceUID))
          .isNotEqualTo(original.items(tag).get(0).string(Tag.ReferencedSOPInstanceUID))
          .isPresent();
    } else {
      assertThat(result.string(tag)).isNotEqualTo(original.string(tag));
      assertThat(Uids.isValid(result.string(tag).orElseThrow())).isTrue();
    }
  }

  private static void checkKept(DataSet result, DataSet original, int tag) {
    if (SampleValue.vr(tag) == VR.SQ) {
      assertThat(result.items(tag)).isNotEmpty();
    } else {
      assertThat(same(result, original, tag)).isTrue();
    }
  }

  private static void checkClean(
      TableRow row, String option, DataSet result, DataSet original, int tag) {
    if (option.equals("retain-modified-dates")) {
      checkMoved(row, result, original, tag);
    } else if (result.contains(tag)) {
      assertThat(same(result, original, tag)).isFalse();
    }
  }

  private static void checkMoved(TableRow row, DataSet result, DataSet original, int tag) {
    switch (SampleValue.vr(tag)) {
      case DA, DT -> {
        String moved = result.string(tag).orElseThrow();
        assertThat(moved).hasSameSizeAs(original.string(tag).orElseThrow());
        assertThat(moved.substring(0, 8)).isNotEqualTo("20200229").isNotEqualTo("19000101");
        assertThat(LocalDate.parse(moved.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE))
            .isBetween(LocalDate.of(2019, 2, 27), LocalDate.of(2021, 3, 1));
      }
      case TM, SH -> assertThat(same(result, original, tag)).isTrue();
      default -> check(row, row.code(), NO_OPTION, result, original);
    }
  }

  private static boolean same(DataSet one, DataSet other, int tag) {
    return one.get(tag).isPresent()
        && one.strings(tag).equals(other.strings(tag))
        && one.bytes(tag).equals(other.bytes(tag))
        && one.items(tag).isEmpty() == other.items(tag).isEmpty()
        && (one.items(tag).isEmpty()
            || Texts.of(one.items(tag).get(0)).equals(Texts.of(other.items(tag).get(0))));
  }
}
