package org.lucina.archive.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.RelationalIndex;
import org.lucina.archive.index.TestDatabase;
import org.lucina.archive.index.TestObject;
import org.lucina.archive.query.sql.SqlQueryService;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** Random queries on random objects find what a naive matcher finds. The seed is fixed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RandomQueriesContract {
  private static final int OBJECTS = 120;
  private static final int QUERIES = 400;

  private final Random random = new Random(4711);
  private final List<DataSet> objects = new ArrayList<>();
  private TestDatabase database;
  private QueryService queries;

  abstract TestDatabase open() throws Exception;

  @BeforeAll
  void fill() throws Exception {
    database = open();
    ArchiveIndex index =
        new RelationalIndex(database.database(), List.of(), ForkJoinPool.commonPool());
    queries = new SqlQueryService(database.database(), index::settle);
    for (int i = 0; i < OBJECTS; i++) {
      TestObject object = TestObject.ctSlice().set(Tag.PatientID, "ID" + i);
      object.set(
          Tag.PatientName,
          oneOf(
              "Doe^John",
              "doe^jane",
              "Dow",
              "D_e^J%",
              "山田^太郎",
              "Ä^B=山^田",
              "Featherstonehaugh^Jo",
              "𠮷野^家",
              "Oh^Joanna",
              "D'Oe-Jo^Joe"));
      object.set(Tag.StudyDate, oneOf("20240229", "20250101", "20250615", "20261231"));
      object.set(Tag.StudyTime, oneOf("08", "0830", "083030", "120000", "235959"));
      object.set(Tag.Modality, oneOf("CT", "MR", "US"));
      object.set(Tag.SeriesNumber, oneOf("1", "2", "30"));
      object.set(Tag.InstanceNumber, oneOf("1", "2", "3"));
      object.set(Tag.PatientSex, oneOf("M", "F", "O"));
      if (random.nextInt(4) > 0) {
        object.set(Tag.StudyDescription, oneOf("Thorax", "thorax_1", "100%", "Head!"));
        object.set(Tag.SeriesDescription, oneOf("Axial", "axial 2", "Topogram"));
        object.set(Tag.AccessionNumber, oneOf("A1", "A12", "B1"));
      }
      index.add(object.build(), Duplicates.REJECT);
      objects.add(object.attributes());
    }
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void queriesFindWhatANaiveMatcherFinds(DicomLevel level) throws Exception {
    for (int i = 0; i < QUERIES; i++) {
      DataSet keys = keys(level);
      List<String> expected =
          objects.stream()
              .filter(object -> NaiveMatcher.matches(keys, object))
              .map(object -> object.string(Tag.PatientID).orElseThrow())
              .toList();
      List<String> found = new ArrayList<>();
      queries.find(
          query(level, keys), match -> found.add(match.string(Tag.PatientID).orElseThrow()));
      assertThat(found).as(describe(keys)).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private DataSet keys(DicomLevel level) {
    DataSet keys = new DataSet().set(Tag.SpecificCharacterSet, "ISO_IR 192");
    if (chance()) {
      keys.set(
          Tag.PatientName,
          oneOf(
              "doe^john",
              "D*",
              "*J*",
              "D_e*",
              "D?E^J?*",
              "山*",
              "*田*",
              "*%",
              "*o*jo*",
              "?oe*",
              "*jo?",
              "*therstonehaugh^j*",
              "*stone?augh*",
              "*野*",
              "*^家",
              "𠮷*",
              "*e-j*e"));
    }
    if (chance()) {
      keys.set(Tag.PatientSex, oneOf("M", "F", "*", "\"\""));
    }
    if (level.compareTo(DicomLevel.STUDY) >= 0) {
      if (chance()) {
        keys.set(
            Tag.StudyDate,
            oneOf("20250101", "20250101-", "-20250101", "20250102-20261231", "20240229-20250101"));
      } else if (chance()) {
        keys.set(Tag.StudyTime, oneOf("0830", "083030", "0800-0830", "1200-", "-120000"));
      }
      if (chance()) {
        keys.set(
            Tag.StudyDescription, oneOf("Th*", "*_*", "100%", "Head!", "\"\"", "*e*", "thorax?1"));
      }
      if (chance()) {
        keys.set(Tag.AccessionNumber, oneOf("A1", "A*", "?1", "\"\""));
      }
      if (level == DicomLevel.STUDY && chance()) {
        keys.set(Tag.ModalitiesInStudy, oneOf("CT", "MR", "XX"));
      }
    }
    if (level.compareTo(DicomLevel.SERIES) >= 0) {
      if (chance()) {
        keys.set(Tag.Modality, oneOf("CT", "MR", "?S", "*"));
      }
      if (chance()) {
        keys.set(Tag.SeriesNumber, oneOf("1", "2", "7"));
      }
      if (chance()) {
        keys.set(Tag.SeriesDescription, oneOf("Axial", "?xial*", "\"\"", "*o*"));
      }
    }
    if (level == DicomLevel.INSTANCE && chance()) {
      keys.set(Tag.InstanceNumber, oneOf("1", "2"));
    }
    return keys;
  }

  private boolean chance() {
    return random.nextInt(3) == 0;
  }

  private String oneOf(String... values) {
    return values[random.nextInt(values.length)];
  }

  private static String describe(DataSet keys) {
    StringBuilder text = new StringBuilder("keys");
    keys.forEach(key -> text.append(String.format(" %08X=%s", key.tag(), keys.strings(key.tag()))));
    return text.toString();
  }

  private static ArchiveQuery query(DicomLevel level, DataSet keys) {
    Requestor requestor =
        new Requestor("tester", Requestor.Protocol.INTERNAL, "", Optional.empty(), false);
    return new ArchiveQuery(level, keys, false, Set.of(), false, 0, 1000, requestor);
  }
}
