package org.lucina.archive.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.RelationalIndex;
import org.lucina.archive.index.TestDatabase;
import org.lucina.archive.index.TestObject;
import org.lucina.archive.query.sql.SqlQueryService;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.QueryException;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** What every query service promises, on whatever database. Each test has studies of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueryServiceContract {
  private TestDatabase database;
  private ArchiveIndex index;
  private QueryService queries;
  private String ours;

  abstract TestDatabase open() throws Exception;

  @BeforeAll
  void start() throws Exception {
    database = open();
    index = new RelationalIndex(database.database(), List.of(), ForkJoinPool.commonPool());
    queries = new SqlQueryService(database.database(), index::settle);
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void chooseAccessionNumber() {
    ours = Uids.random().substring(5, 20);
  }

  @Test
  void aStudyComesBackWithWhatWasAskedFor() throws Exception {
    TestObject object = store(study("Doe^John", "20260102", "101500"));
    List<DataSet> found =
        studies(keys().set(Tag.StudyDate, "20260102").setEmpty(Tag.PatientName, VR.PN));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).string(Tag.PatientName)).contains("Doe^John");
    assertThat(found.get(0).string(Tag.StudyInstanceUID))
        .contains(object.uid(Tag.StudyInstanceUID));
    assertThat(found.get(0).contains(Tag.StudyTime)).isFalse();
    assertThat(found.get(0).contains(Tag.SpecificCharacterSet)).isFalse();
  }

  @Test
  void namesMatchInEveryCaseAndGroup() throws Exception {
    store(study("Yamada^Tarou=山田^太郎=やまだ^たろう", "20260102", "10"));
    store(study("Müller^Jürgen", "20260103", "10"));
    assertThat(names("yamada^TAROU")).containsExactly("Yamada^Tarou=山田^太郎=やまだ^たろう");
    assertThat(names("山田*")).hasSize(1);
    assertThat(names("=山田^太郎")).hasSize(1);
    assertThat(names("Y*=山*")).hasSize(1);
    assertThat(names("Y*=川*")).isEmpty();
    assertThat(names("==山田^太郎")).isEmpty();
    assertThat(names("müLLER^*")).containsExactly("Müller^Jürgen");
    assertThat(names("M?LLER^J*N")).hasSize(1);
    assertThat(names("muller^jurgen")).isEmpty();
    assertThat(names("Müller")).isEmpty();
    assertThat(names("*üll*")).hasSize(1);
  }

  @Test
  void namesThatSoundAlikeMatchFuzzily() throws Exception {
    store(study("Müller^Jürgen", "20260103", "10"));
    store(study("Smith^John", "20260103", "10"));
    store(study("Meyer^Anna", "20260103", "10"));
    assertThat(fuzzy("Mueler^Jurgen")).containsExactly("Müller^Jürgen");
    assertThat(fuzzy("john smyth")).containsExactly("Smith^John");
    assertThat(fuzzy("Maier")).containsExactly("Meyer^Anna");
    assertThat(fuzzy("Smi*")).containsExactly("Smith^John");
    assertThat(fuzzy("Schulze")).isEmpty();
  }

  @Test
  void wildcardsMatchAndNothingElseIsSpecial() throws Exception {
    store(study("A", "20260101", "10").set(Tag.StudyDescription, "100% head_neck!"));
    store(study("B", "20260101", "10").set(Tag.StudyDescription, "1000 head neck"));
    assertThat(descriptions("100%*")).containsExactly("100% head_neck!");
    assertThat(descriptions("*head_neck*")).containsExactly("100% head_neck!");
    assertThat(descriptions("*neck!")).containsExactly("100% head_neck!");
    assertThat(descriptions("*head?neck*")).hasSize(2);
    assertThat(descriptions("*HEAD*")).isEmpty();
    assertThat(descriptions("*")).hasSize(2);
  }

  @Test
  void rangesOfDatesAndTimesIncludeTheirEnds() throws Exception {
    store(study("A", "20260101", "0830"));
    store(study("B", "20260102", "120000"));
    store(study("C", "20260103", "235959.5"));
    assertThat(dated("20260102", "")).containsExactly("B");
    assertThat(dated("20260102-", "")).containsExactly("C", "B");
    assertThat(dated("-20260102", "")).containsExactly("B", "A");
    assertThat(dated("20260101-20260102", "")).containsExactly("B", "A");
    assertThat(dated("", "1200-")).containsExactly("C", "B");
    assertThat(dated("", "083000-12")).containsExactly("B", "A");
    assertThat(dated("", "-083000")).containsExactly("A");
    assertThat(dated("", "12")).containsExactly("B");
    assertThat(dated("", "120001")).isEmpty();
  }

  @Test
  void rangesOfDateAndTimeAreOneSpan() throws Exception {
    store(study("A", "20260101", "0830"));
    store(study("B", "20260102", "0700"));
    store(study("C", "20260103", "0900"));
    assertThat(dated("20260101-20260103", "0800-0830")).containsExactly("B", "A");
    assertThat(dated("20260101-", "0831-")).containsExactly("C", "B");
  }

  @Test
  void malformedKeysAreNamed() {
    assertThatThrownBy(() -> dated("yesterday", ""))
        .isInstanceOfSatisfying(
            QueryException.class, e -> assertThat(e.tag()).isEqualTo(Tag.StudyDate));
    assertThatThrownBy(
            () -> find(DicomLevel.SERIES, keys().set(Tag.SeriesNumber, VR.LO, "one"), false))
        .isInstanceOf(QueryException.class);
  }

  @Test
  void emptyValuesAreFoundByTwoQuotes() throws Exception {
    store(study("A", "20260101", "0830").set(Tag.StudyDescription, "something"));
    store(study("B", "20260101", "0830"));
    assertThat(
            patientNames(
                studies(keys().set(Tag.StudyDescription, "\"\"").setEmpty(Tag.PatientName, VR.PN))))
        .containsExactly("B");
  }

  @Test
  void modalitiesAndCountsOfAStudyAreExact() throws Exception {
    TestObject ct = store(study("A", "20260101", "0830"));
    store(ct.another());
    TestObject report =
        ct.another()
            .set(Tag.SeriesInstanceUID, Uids.random())
            .set(Tag.Modality, "SR")
            .set(Tag.SOPClassUID, UID.BasicTextSRStorage);
    store(report);
    DataSet keys =
        keys()
            .set(Tag.ModalitiesInStudy, "SR")
            .setEmpty(Tag.SOPClassesInStudy, VR.UI)
            .setEmpty(Tag.NumberOfStudyRelatedSeries, VR.IS)
            .setEmpty(Tag.NumberOfStudyRelatedInstances, VR.IS)
            .setEmpty(Tag.NumberOfPatientRelatedInstances, VR.IS);
    DataSet study = studies(keys).get(0);
    assertThat(study.strings(Tag.ModalitiesInStudy)).containsExactly("CT", "SR");
    assertThat(study.strings(Tag.SOPClassesInStudy))
        .containsExactlyInAnyOrder(UID.CTImageStorage, UID.BasicTextSRStorage);
    assertThat(study.integer(Tag.NumberOfStudyRelatedSeries)).hasValue(2);
    assertThat(study.integer(Tag.NumberOfStudyRelatedInstances)).hasValue(3);
    index.delete(
        org.lucina.archive.index.InstanceScope.ofSeries(
            report.uid(Tag.StudyInstanceUID), report.uid(Tag.SeriesInstanceUID)));
    assertThat(studies(keys)).isEmpty();
    study = studies(keys.set(Tag.ModalitiesInStudy, "CT")).get(0);
    assertThat(study.strings(Tag.ModalitiesInStudy)).containsExactly("CT");
    assertThat(study.integer(Tag.NumberOfStudyRelatedSeries)).hasValue(1);
    assertThat(study.integer(Tag.NumberOfStudyRelatedInstances)).hasValue(2);
  }

  @Test
  void itemsOfSequencesMatchAsAWhole() throws Exception {
    TestObject object =
        study("A", "20260101", "0830")
            .items(Tag.RequestAttributesSequence, request("RP1", "SPS1"), request("RP2", "SPS2"));
    store(object);
    assertThat(requests("RP1", "SPS1")).hasSize(1);
    assertThat(requests("RP1", "SPS2")).isEmpty();
    assertThat(requests("RP*", "SPS2")).hasSize(1);
    assertThat(requests("RP1", "SPS1").get(0).items(Tag.RequestAttributesSequence))
        .extracting(item -> item.string(Tag.RequestedProcedureID).orElse(""))
        .containsExactly("RP1", "RP2");
  }

  @Test
  void listsOfUidsMatchAnyOfThem() throws Exception {
    TestObject one = store(study("A", "20260101", "0830"));
    TestObject other = store(study("B", "20260102", "0830"));
    store(study("C", "20260103", "0830"));
    DataSet keys =
        keys()
            .set(
                Tag.StudyInstanceUID,
                one.uid(Tag.StudyInstanceUID),
                other.uid(Tag.StudyInstanceUID));
    assertThat(studies(keys)).hasSize(2);
  }

  @Test
  void pagesFollowOneAnother() throws Exception {
    for (int day = 10; day < 20; day++) {
      store(study("P" + day, "202601" + day, "10"));
    }
    DataSet keys = keys().setEmpty(Tag.PatientName, VR.PN);
    List<String> names = new ArrayList<>();
    for (int offset = 0; offset < 12; offset += 4) {
      List<DataSet> page = new ArrayList<>();
      boolean more =
          queries.find(query(DicomLevel.STUDY, keys, false, offset, 4, false), page::add).more();
      assertThat(more).isEqualTo(offset < 6);
      names.addAll(patientNames(page));
    }
    assertThat(names)
        .containsExactly("P19", "P18", "P17", "P16", "P15", "P14", "P13", "P12", "P11", "P10");
  }

  @Test
  void onlyDeidentifiedPatientsAreShownToThoseWhoMaySeeNoOthers() throws Exception {
    store(study("Real^Name", "20260101", "10"));
    TestObject sham = study("Sham^Name", "20260101", "10").set(Tag.PatientID, Uids.random());
    store(sham.deidentified());
    List<DataSet> found = new ArrayList<>();
    queries.find(
        query(DicomLevel.STUDY, keys().setEmpty(Tag.PatientName, VR.PN), false, 0, 10, true),
        found::add);
    assertThat(patientNames(found)).containsExactly("Sham^Name");
    store(sham.another());
    found.clear();
    queries.find(query(DicomLevel.STUDY, keys(), false, 0, 10, true), found::add);
    assertThat(found).isEmpty();
  }

  @Test
  void keysWithoutColumnAreToldToBeUnmatched() throws Exception {
    store(study("A", "20260101", "0830"));
    List<DataSet> found = new ArrayList<>();
    QueryService.QueryOutcome outcome =
        queries.find(
            query(DicomLevel.STUDY, keys().set(Tag.Modality, "MR"), false, 0, 10, false),
            found::add);
    assertThat(outcome.unsupportedKeys()).containsExactly(Tag.Modality);
    assertThat(found).hasSize(1);
  }

  @Test
  void keysWithoutColumnMatchOnHeadersOfANamedStudy() throws Exception {
    TestObject first =
        study("A", "20260101", "0830")
            .set(Tag.AcquisitionDateTime, "20260101083000.5+0100")
            .set(Tag.SliceThickness, "1.50")
            .set(Tag.ContrastBolusAgent, "Bärium")
            .items(Tag.AnatomicRegionSequence, new DataSet().set(Tag.CodeValue, "T-D1100"));
    store(first);
    store(first.another().set(Tag.SliceThickness, "3"));
    DataSet keys = keys().set(Tag.StudyInstanceUID, first.uid(Tag.StudyInstanceUID));
    assertThat(find(DicomLevel.INSTANCE, keys, false)).hasSize(2);
    DataSet slice = find(DicomLevel.INSTANCE, keys.set(Tag.SliceThickness, "1.5"), false).get(0);
    assertThat(slice.string(Tag.SliceThickness)).contains("1.50");
    keys.set(Tag.ContrastBolusAgent, "B?r*")
        .set(Tag.AcquisitionDateTime, "20260101073000-20260101073100")
        .set(Tag.AnatomicRegionSequence, List.of(new DataSet().set(Tag.CodeValue, "T-D*")));
    DataSet match = find(DicomLevel.INSTANCE, keys, false).get(0);
    assertThat(match.string(Tag.ContrastBolusAgent)).contains("Bärium");
    assertThat(match.strings(Tag.SpecificCharacterSet)).containsExactly("ISO_IR 192");
    assertThat(find(DicomLevel.INSTANCE, keys.set(Tag.ContrastBolusAgent, "C*"), false)).isEmpty();
  }

  @Test
  void attributesWithoutColumnComeFromHeaders() throws Exception {
    TestObject object =
        study("A", "20260101", "0830")
            .set(Tag.ClinicalTrialSponsorName, "Sponsor")
            .set(Tag.KVP, "120");
    store(object);
    List<DataSet> found = new ArrayList<>();
    Requestor requestor =
        new Requestor("tester", Requestor.Protocol.INTERNAL, "", Optional.empty(), false);
    for (DicomLevel level : List.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)) {
      queries.find(
          new ArchiveQuery(
              level,
              keys(),
              false,
              Set.of(Tag.ClinicalTrialSponsorName, Tag.ContentLabel),
              false,
              0,
              10,
              requestor),
          found::add);
    }
    assertThat(found)
        .extracting(match -> match.string(Tag.ClinicalTrialSponsorName).orElse(""))
        .containsExactly("Sponsor", "Sponsor", "Sponsor");
    found.clear();
    queries.find(
        new ArchiveQuery(DicomLevel.INSTANCE, keys(), true, Set.of(), false, 0, 10, requestor),
        found::add);
    assertThat(found.get(0).string(Tag.KVP)).contains("120");
    assertThat(found.get(0).integer(Tag.NumberOfStudyRelatedInstances)).hasValue(1);
  }

  private TestObject study(String name, String date, String time) {
    return TestObject.ctSlice()
        .set(Tag.PatientID, Uids.random())
        .set(Tag.PatientName, name)
        .set(Tag.StudyDate, date)
        .set(Tag.StudyTime, time)
        .set(Tag.AccessionNumber, ours);
  }

  private TestObject store(TestObject object) throws Exception {
    index.add(object.build(), Duplicates.REJECT);
    return object;
  }

  private static DataSet request(String procedure, String step) {
    return new DataSet()
        .set(Tag.RequestedProcedureID, procedure)
        .set(Tag.ScheduledProcedureStepID, step);
  }

  private DataSet keys() {
    return new DataSet().set(Tag.SpecificCharacterSet, "ISO_IR 192").set(Tag.AccessionNumber, ours);
  }

  private List<DataSet> requests(String procedure, String step) throws Exception {
    return find(
        DicomLevel.SERIES,
        keys().set(Tag.RequestAttributesSequence, List.of(request(procedure, step))),
        false);
  }

  private List<String> names(String key) throws Exception {
    return patientNames(studies(keys().set(Tag.PatientName, key)));
  }

  private List<String> fuzzy(String key) throws Exception {
    return patientNames(find(DicomLevel.STUDY, keys().set(Tag.PatientName, key), true));
  }

  private List<String> dated(String date, String time) throws Exception {
    return patientNames(
        studies(
            keys()
                .set(Tag.StudyDate, date)
                .set(Tag.StudyTime, time)
                .setEmpty(Tag.PatientName, VR.PN)));
  }

  private List<String> descriptions(String key) throws Exception {
    return studies(keys().set(Tag.StudyDescription, key)).stream()
        .map(match -> match.string(Tag.StudyDescription).orElse(""))
        .toList();
  }

  private static List<String> patientNames(List<DataSet> matches) {
    return matches.stream().map(match -> match.string(Tag.PatientName).orElse("")).toList();
  }

  private List<DataSet> studies(DataSet keys) throws Exception {
    return find(DicomLevel.STUDY, keys, false);
  }

  private List<DataSet> find(DicomLevel level, DataSet keys, boolean fuzzy) throws Exception {
    List<DataSet> found = new ArrayList<>();
    queries.find(query(level, keys, fuzzy, 0, 100, false), found::add);
    return found;
  }

  private static ArchiveQuery query(
      DicomLevel level,
      DataSet keys,
      boolean fuzzy,
      int offset,
      int limit,
      boolean deidentifiedOnly) {
    Requestor requestor =
        new Requestor(
            "tester", Requestor.Protocol.INTERNAL, "local", Optional.empty(), deidentifiedOnly);
    return new ArchiveQuery(level, keys, false, Set.of(), fuzzy, offset, limit, requestor);
  }
}
