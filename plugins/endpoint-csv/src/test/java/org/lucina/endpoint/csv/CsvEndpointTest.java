package org.lucina.endpoint.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;
import org.lucina.spi.testing.LocalContext;

class CsvEndpointTest {
  private static final String LIST = "PatientName,StudyDate,StudyDescription";
  private static final String HEADER = "StudyInstanceUID,PatientName,StudyDate,StudyDescription";

  @TempDir private Path temp;
  private final List<Endpoint> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(Endpoint::close);
  }

  @Test
  void aRowHasTheChosenAttributesBehindItsIdentifier() throws Exception {
    Endpoint csv = open(Map.of("columns", LIST));
    csv.put(study("1.2.1", "DOE^JANE", "20260102", "Chest, two \"views\"\r\nand more"));

    assertThat(text())
        .isEqualTo(
            HEADER + "\r\n1.2.1,DOE^JANE,20260102,\"Chest, two \"\"views\"\"\r\nand more\"\r\n");
    DataSet back = csv.get(Reference.study("1.2.1"), Set.of(View.TAGS)).tags();
    assertThat(back.string(Tag.StudyDescription)).contains("Chest, two \"views\"\r\nand more");
  }

  @Test
  void puttingTheSameAgainChangesNothing() throws Exception {
    Endpoint csv = open(Map.of("columns", LIST));
    csv.put(study("1.2.1", "DOE^JANE", "20260102", "Chest"));
    csv.put(study("1.2.2", "ROE^RON", "20260103", "Head"));
    String before = text();
    Object inode = Files.readAttributes(path(), "unix:ino");

    csv.put(study("1.2.1", "DOE^JANE", "20260102", "Chest"));
    assertThat(text()).isEqualTo(before);
    assertThat(Files.readAttributes(path(), "unix:ino")).isEqualTo(inode);
  }

  @Test
  void aDixelThatChangedReplacesItsRow() throws Exception {
    Endpoint csv = open(Map.of("columns", LIST));
    csv.put(study("1.2.1", "DOE^JANE", "20260102", "Chest"));
    csv.put(study("1.2.2", "ROE^RON", "20260103", "Head"));
    csv.put(study("1.2.1", "DOE^JANE", "20260102", "Abdomen"));

    assertThat(text().lines())
        .containsExactly(HEADER, "1.2.1,DOE^JANE,20260102,Abdomen", "1.2.2,ROE^RON,20260103,Head");
    assertThat(found(csv, "StudyDescription=Head")).containsExactly("1.2.2");
  }

  @Test
  void deletesARowAndSaysWhatIsThere() throws Exception {
    Endpoint csv = open(Map.of("columns", LIST));
    csv.put(study("1.2.1", "DOE^JANE", "20260102", "Chest"));
    csv.put(study("1.2.2", "ROE^RON", "20260103", "Head"));

    csv.delete(Reference.study("1.2.1"));
    csv.delete(Reference.study("1.2.1"));
    assertThat(csv.exists(Reference.study("1.2.1"))).isFalse();
    assertThat(csv.exists(Reference.study("1.2.2"))).isTrue();
    assertThatThrownBy(() -> csv.get(Reference.study("1.2.1"), Set.of(View.TAGS)))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
    assertThat(csv.check()).contains("1 rows");
  }

  @Test
  void findsByEveryKindOfMatching() throws Exception {
    Endpoint csv = open(Map.of("columns", LIST));
    csv.put(study("1.2.1", "DOE^JANE", "20260102", "Chest"));
    csv.put(study("1.2.2", "ROE^RON", "20260103", "Head"));
    csv.put(study("1.2.3", "DOE^JIM", "20260104", ""));

    assertThat(found(csv, "PatientName=doe*")).containsExactly("1.2.1", "1.2.3");
    assertThat(found(csv, "StudyDate=20260103-")).containsExactly("1.2.2", "1.2.3");
    assertThat(found(csv, "StudyInstanceUID=1.2.2\\1.2.3")).containsExactly("1.2.2", "1.2.3");
    assertThat(found(csv, "StudyDescription=\"\"")).containsExactly("1.2.3");
    List<String> page = new ArrayList<>();
    csv.find(
        Query.of(DicomLevel.STUDY).offset(1).limit(1).build(),
        dixel -> page.add(dixel.reference().studyUid().orElseThrow()));
    assertThat(page).containsExactly("1.2.2");
  }

  @Test
  void refusesQueriesThatNoColumnCanAnswer() throws Exception {
    Endpoint csv = open(Map.of("columns", LIST));

    assertThatThrownBy(() -> found(csv, "Modality=CT"))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining("Modality");
    assertThatThrownBy(() -> csv.find(Query.of(DicomLevel.SERIES).build(), dixel -> true))
        .hasMessageContaining("level series");
    assertThatThrownBy(
            () ->
                found(
                    open("all.csv", Map.of()), "RequestAttributesSequence.RequestedProcedureID=7"))
        .hasMessageContaining("RequestedProcedureID");
  }

  @Test
  void takesAttributesOfTheFirstItemOfASequence() throws Exception {
    String nested = "RequestAttributesSequence.RequestedProcedureID";
    Endpoint csv = open(Map.of("columns", nested));
    DataSet item = new DataSet().set(Tag.RequestedProcedureID, "P7");
    DataSet tags =
        new DataSet()
            .set(Tag.StudyInstanceUID, "1.2.1")
            .set(Tag.RequestAttributesSequence, List.of(item));
    csv.put(Dixel.of(Reference.study("1.2.1")).tags(tags).build());

    assertThat(text()).isEqualTo("StudyInstanceUID," + nested + "\r\n1.2.1,P7\r\n");
    assertThat(found(csv, nested + "=P?")).containsExactly("1.2.1");
    assertThatThrownBy(() -> found(csv, "RequestAttributesSequence.ScheduledProcedureStepID=1"))
        .isInstanceOf(UnsupportedQueryException.class);
  }

  @Test
  void allTakesEveryAttributeAndGrowsByNewOnes() throws Exception {
    Endpoint csv = open(Map.of());
    csv.put(study("1.2.1", "DOE^JANE", "20260102", "Chest"));
    Dixel second = study("1.2.2", "ROE^RON", "20260103", "Head");
    second.tags().set(Tag.PatientSex, "M").set(Tag.PixelSpacing, VR.DS, 0.5, 0.25);
    csv.put(second);

    assertThat(text().lines())
        .containsExactly(
            "StudyInstanceUID,StudyDate,StudyDescription,PatientName,PatientSex,PixelSpacing",
            "1.2.1,20260102,Chest,DOE^JANE,,",
            "1.2.2,20260103,Head,ROE^RON,M,0.5\\0.25");
    assertThat(found(csv, "PatientSex=M")).containsExactly("1.2.2");
    assertThat(found(csv, "Modality=CT")).isEmpty();
  }

  @Test
  void guardsAgainstFormulas() throws Exception {
    Endpoint csv = open(Map.of("columns", "PatientName,StudyDescription,PatientWeight"));
    Dixel dixel = study("1.2.1", "=cmd|'/c calc'!A1", "20260102", "'=1");
    dixel.tags().set(Tag.PatientWeight, "-1.5");
    csv.put(dixel);

    assertThat(text()).endsWith("1.2.1,'=cmd|'/c calc'!A1,''=1,-1.5\r\n");
    DataSet back = csv.get(Reference.study("1.2.1"), Set.of(View.TAGS)).tags();
    assertThat(back.string(Tag.PatientName)).contains("=cmd|'/c calc'!A1");
    assertThat(back.string(Tag.StudyDescription)).contains("'=1");

    Endpoint open = open("open.csv", Map.of("columns", "PatientName", "formula-guard", "false"));
    open.put(dixel);
    assertThat(Files.readString(temp.resolve("open.csv"))).endsWith("1.2.1,=cmd|'/c calc'!A1\r\n");
  }

  @Test
  void takesOtherDelimitersAndCharacterSets() throws Exception {
    Endpoint csv =
        open(Map.of("columns", "PatientName", "delimiter", "semicolon", "charset", "ISO-8859-1"));
    csv.put(named("1.2.1", "Müller^Jörg;Ä,ß"));

    assertThat(Files.readString(path(), Charset.forName("ISO-8859-1")))
        .isEqualTo("StudyInstanceUID;PatientName\r\n1.2.1;\"Müller^Jörg;Ä,ß\"\r\n");
    assertThat(found(csv, "PatientName=Müller*")).containsExactly("1.2.1");
    assertThatThrownBy(() -> csv.put(named("1.2.2", "山田^太郎")))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("lacks a character")
        .hasMessageNotContaining("山田");
    assertThat(csv.exists(Reference.study("1.2.2"))).isFalse();
  }

  @Test
  void keepsOthersColumnsAndRows() throws Exception {
    write("\uFEFFNotes,StudyInstanceUID\nlook again,1.2.1\n\nno UID,\n");
    Endpoint csv = open(Map.of("columns", "PatientName"));
    csv.put(named("1.2.1", "DOE^JANE"));
    csv.put(named("1.2.2", "ROE^RON"));

    assertThat(text().lines())
        .containsExactly(
            "Notes,StudyInstanceUID,PatientName",
            "look again,1.2.1,DOE^JANE",
            "no UID,,",
            ",1.2.2,ROE^RON");
    assertThat(found(csv, "")).containsExactly("1.2.1", "1.2.2");
  }

  @Test
  void endsTheLastLineOfAFileOfOthers() throws Exception {
    write("StudyInstanceUID,PatientName\n1.2.1,DOE");
    Endpoint csv = open(Map.of("columns", "PatientName"));
    csv.put(named("1.2.2", "ROE"));

    assertThat(text().lines())
        .containsExactly("StudyInstanceUID,PatientName", "1.2.1,DOE", "1.2.2,ROE");
  }

  @Test
  void cutsOffWhatACrashLeftUnfinished() throws Exception {
    Endpoint csv = open(Map.of("columns", "PatientName"));
    csv.put(named("1.2.1", "DOE"));
    csv.close();
    opened.clear();
    Files.createFile(temp.resolve(".rows.csv.lucina/open"));
    Files.writeString(path(), text() + "1.2.2,\"ROE\r\nHAL");

    Endpoint mended = open(Map.of("columns", "PatientName"));
    mended.put(named("1.2.3", "POE"));
    assertThat(text().lines())
        .containsExactly("StudyInstanceUID,PatientName", "1.2.1,DOE", "1.2.3,POE");
  }

  @Test
  void refusesAFileOfOthersThatEndsWithinQuotes() throws Exception {
    write("StudyInstanceUID,PatientName\n1.2.1,\"DOE\n");

    assertThatThrownBy(() -> open(Map.of("columns", "PatientName")))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("ends within quotes");
    assertThat(text()).endsWith("\"DOE\n");
  }

  @Test
  void seesWhatOthersDoToTheFile() throws Exception {
    Endpoint csv = open(Map.of("columns", "PatientName"));
    csv.put(named("1.2.1", "DOE"));
    Files.writeString(path(), "StudyInstanceUID,PatientName\r\n1.2.9,NEW\r\n");

    assertThat(csv.exists(Reference.study("1.2.1"))).isFalse();
    csv.put(named("1.2.2", "ROE"));
    assertThat(text().lines())
        .containsExactly("StudyInstanceUID,PatientName", "1.2.9,NEW", "1.2.2,ROE");
  }

  @Test
  void twoEndpointsDoNotWriteOneFile() throws Exception {
    open(Map.of());
    assertThatThrownBy(() -> open(Map.of()))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("in use");
  }

  @Test
  void putsThePartsOfWhatIsAboveItsLevel() throws Exception {
    Endpoint csv = open(Map.of("level", "series", "columns", "Modality"));
    DataSet series =
        new DataSet()
            .set(Tag.StudyInstanceUID, "1.2.1")
            .set(Tag.SeriesInstanceUID, "1.2.1.5")
            .set(Tag.Modality, "CT");
    csv.put(
        Dixel.of(Reference.study("1.2.1"))
            .children(
                () ->
                    Stream.of(Dixel.of(Reference.series("1.2.1", "1.2.1.5")).tags(series).build()))
            .build());

    assertThat(text())
        .isEqualTo("StudyInstanceUID,SeriesInstanceUID,Modality\r\n1.2.1,1.2.1.5,CT\r\n");
    assertThatThrownBy(() -> csv.put(Dixel.of(Reference.instance("1", "2", "3")).build()))
        .hasMessageContaining("level series is kept here");
    assertThatThrownBy(() -> csv.put(named("1.2.2", "DOE")))
        .hasMessageContaining("without its parts");
  }

  @Test
  void manyPutAtOnce() throws Exception {
    Endpoint csv = open(Map.of("columns", LIST));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> puts = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      int number = i % 1000;
      puts.add(
          threads.submit(
              () -> csv.put(study("1.2." + number, "DOE^" + number, "20260102", "Chest, PA"))));
    }
    for (Future<?> put : puts) {
      put.get();
    }
    threads.shutdown();

    assertThat(text().lines()).hasSize(1001).doesNotHaveDuplicates();
    assertThat(csv.check()).contains("1000 rows");
  }

  @Test
  void refusesWhatCanBeNoColumn() {
    assertThatThrownBy(() -> open(Map.of("columns", "PixelData")))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("PixelData");
    assertThatThrownBy(() -> open(Map.of("columns", "NoSuchThing")))
        .hasMessageContaining("NoSuchThing");
  }

  private Path path() {
    return temp.resolve("rows.csv");
  }

  private String text() throws Exception {
    return Files.readString(path());
  }

  private void write(String text) throws Exception {
    Files.writeString(path(), text, StandardCharsets.UTF_8);
  }

  private Endpoint open(Map<String, String> properties) throws Exception {
    return open("rows.csv", properties);
  }

  private Endpoint open(String file, Map<String, String> properties) throws Exception {
    Map<String, String> all = new HashMap<>(properties);
    all.put("path", temp.resolve(file).toString());
    CsvProvider provider = new CsvProvider();
    Endpoint endpoint =
        provider.create("test", provider.configSpec().check(all), new LocalContext());
    opened.add(endpoint);
    return endpoint;
  }

  private static List<String> found(Endpoint csv, String query) throws Exception {
    List<String> found = new ArrayList<>();
    csv.find(
        Query.parse(DicomLevel.STUDY, query),
        dixel -> found.add(dixel.reference().studyUid().orElseThrow()));
    return found;
  }

  private static Dixel named(String uid, String name) {
    DataSet tags =
        new DataSet()
            .set(Tag.SpecificCharacterSet, "ISO_IR 192")
            .set(Tag.PatientName, name)
            .set(Tag.StudyInstanceUID, uid);
    return Dixel.of(Reference.study(uid)).tags(tags).build();
  }

  private static Dixel study(String uid, String name, String date, String description)
      throws Exception {
    Dixel study = named(uid, name);
    study.tags().set(Tag.StudyDate, date).set(Tag.StudyDescription, description);
    return study;
  }
}
