package org.lucina.archive.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.testing.ArchiveFixture;
import org.lucina.archive.testing.DimseFixture;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SharedData;
import org.lucina.dicom.testing.Tool;
import org.lucina.net.Association;
import org.lucina.net.DimseCommand;
import org.lucina.net.Response;
import org.lucina.net.Status;

/** Real files of many kinds go in and come out again as they were. */
class SharedFilesTest {
  private static final String MOVE = UID.StudyRootQueryRetrieveInformationModelMove;

  /** Classes that getscu proposes of its own accord. */
  private static final Set<String> COMMON =
      Set.of(
          UID.CTImageStorage,
          UID.MRImageStorage,
          UID.SecondaryCaptureImageStorage,
          UID.UltrasoundImageStorage,
          UID.ComputedRadiographyImageStorage,
          UID.BasicTextSRStorage);

  private static DimseFixture dimse;
  private static final Map<String, StoreException> REFUSED = new TreeMap<>();

  @TempDir Path folder;

  @BeforeAll
  static void storeAll() throws Exception {
    SharedData shared = SharedData.orSkip();
    dimse = new DimseFixture();
    dimse.archive.server.acceptUnknown(true);
    for (Path file : shared.files()) {
      try {
        dimse.archive.upload(Files.readAllBytes(file));
      } catch (StoreException e) {
        REFUSED.put(shared.name(file), e);
      }
    }
  }

  @AfterAll
  static void close() {
    if (dimse != null) {
      dimse.close();
    }
  }

  private static byte[] kept(ArchiveFixture archive, InstanceRecord record) {
    byte[] file = archive.storage.bytes(record.location());
    return Arrays.copyOfRange(file, (int) record.dataSetOffset(), file.length);
  }

  /** What goes over the network: a deflated stream of odd length gets a zero byte (PS3.5 A.5). */
  private static byte[] even(byte[] dataSet) {
    return Arrays.copyOf(dataSet, dataSet.length + (dataSet.length & 1));
  }

  private static Set<String> studies() {
    Set<String> studies = new LinkedHashSet<>();
    dimse.archive.index.all().forEach(instance -> studies.add(instance.record().study()));
    return studies;
  }

  @Test
  void refusesNoFileForReasonsOfItsOwn() {
    assertThat(REFUSED)
        .allSatisfy(
            (file, refusal) ->
                assertThat(refusal.reason())
                    .as("%s: %s", file, refusal.getMessage())
                    .isNotIn(
                        StoreException.Reason.FAILED,
                        StoreException.Reason.STORAGE_FULL,
                        StoreException.Reason.UNAVAILABLE));
    assertThat(dimse.archive.storage.openUploads()).isZero();
    assertThat(dimse.archive.storage.locations()).hasSameSizeAs(dimse.archive.index.all());
  }

  @Test
  void movesEveryObjectInTheSyntaxStored() throws Exception {
    try (DimseFixture destination = new DimseFixture();
        Association association = dimse.open(MOVE)) {
      destination.archive.server.acceptUnknown(true);
      dimse.remote("DEST", destination.port());
      for (String study : studies()) {
        Response last = move(association, study, "DEST");
        assertThat(last.status()).as(study).isEqualTo(Status.SUCCESS);
      }
      for (NewInstance sent : dimse.archive.index.all()) {
        InstanceRecord there =
            destination.archive.index.instance(sent.record().sopInstance()).orElseThrow();
        assertThat(there.transferSyntax()).isEqualTo(sent.record().transferSyntax());
        assertThat(kept(destination.archive, there))
            .as(sent.record().sopInstance())
            .isEqualTo(even(kept(dimse.archive, sent.record())));
      }
    }
  }

  private static Response move(Association association, String study, String destination)
      throws IOException {
    DataSet identifier =
        new DataSet().set(Tag.QueryRetrieveLevel, VR.CS, "STUDY").set(Tag.StudyInstanceUID, study);
    return association.invoke(
        association.contextsFor(MOVE).get(0),
        DimseCommand.C_MOVE,
        new DataSet().set(Tag.MoveDestination, VR.AE, destination),
        Optional.of(identifier),
        pending -> true);
  }

  @Test
  void movesToStorescpBitForBit() throws Exception {
    int port = Tool.freePort();
    Path received = Files.createDirectory(folder.resolve("received"));
    try (Tool storescp =
            Tool.start(
                folder,
                "storescp",
                "+xa",
                "+B",
                "-aet",
                "STORESCP",
                "-od",
                received.toString(),
                Integer.toString(port));
        Association association = dimse.open(MOVE)) {
      storescp.listeningOn(port);
      dimse.remote("STORESCP", port);
      for (String study : studies()) {
        assertThat(move(association, study, "STORESCP").status())
            .as(study)
            .isIn(
                Status.SUCCESS,
                Status.SUBOPERATIONS_WITH_FAILURES,
                Status.OUT_OF_RESOURCES_SUBOPERATIONS);
      }
    }
    List<Path> files = filesIn(received);
    assertThat(files).hasSizeGreaterThan(dimse.archive.index.all().size() * 9 / 10);
    for (Path file : files) {
      assertIsAsKept(file);
    }
  }

  private static void assertIsAsKept(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(bytes), DicomReader.Options.BY_REFERENCE)) {
      String uid = reader.readDataSet().string(Tag.SOPInstanceUID).orElseThrow();
      InstanceRecord record = dimse.archive.index.instance(uid).orElseThrow();
      byte[] dataSet = Arrays.copyOfRange(bytes, (int) reader.dataSetOffset(), bytes.length);
      assertThat(reader.transferSyntax().uid()).isEqualTo(record.transferSyntax());
      assertThat(Arrays.equals(dataSet, even(kept(dimse.archive, record)))).as(uid).isTrue();
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return new ArrayList<>(walk.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void dcmsendFindsEverySyntaxAcceptedAndAClearStatusForWhatIsRefused() throws Exception {
    try (DimseFixture fresh = new DimseFixture()) {
      fresh.archive.server.acceptUnknown(true);
      String output =
          Tool.printed(
              folder,
              "dcmsend",
              "-v",
              "-aec",
              "LUCINA",
              "--no-halt",
              "--no-uid-checks",
              "+sd",
              "+r",
              "127.0.0.1",
              Integer.toString(fresh.port()),
              SharedData.orSkip().folder().toString());
      assertThat(output).contains("Number of associations   : 1");
      assertThat(output).doesNotContain("no acceptable pres");
      assertThat(output.lines().filter(line -> line.contains("Response (Success)")).count())
          .as("new objects, and some that were there already")
          .isGreaterThanOrEqualTo(fresh.archive.index.all().size());
      assertThat(fresh.archive.index.all()).hasSizeGreaterThan(150);
      assertThat(fresh.archive.storage.openUploads()).isZero();
    }
  }

  @Test
  void getscuGetsUncompressedObjectsAsKept() throws Exception {
    Path received = Files.createDirectory(folder.resolve("got"));
    int got = 0;
    for (NewInstance instance : dimse.archive.index.all()) {
      InstanceRecord record = instance.record();
      boolean proposed =
          record.transferSyntax().equals(UID.ExplicitVRLittleEndian)
              && COMMON.contains(record.sopClass());
      if (proposed && got < 40) {
        String output = getscu(received, record);
        assertThat(output).as(record.sopInstance()).doesNotContain("E:");
        got++;
      }
    }
    List<Path> files = filesIn(received);
    assertThat(files).hasSize(got).hasSizeGreaterThan(20);
    for (Path file : files) {
      assertIsAsKept(file);
    }
  }

  private String getscu(Path received, InstanceRecord record) throws Exception {
    return Tool.printed(
        folder,
        "getscu",
        "-S",
        "+B",
        "-aec",
        "LUCINA",
        "-k",
        "QueryRetrieveLevel=IMAGE",
        "-k",
        "StudyInstanceUID=" + record.study(),
        "-k",
        "SeriesInstanceUID=" + record.series(),
        "-k",
        "SOPInstanceUID=" + record.sopInstance(),
        "-od",
        received.toString(),
        "127.0.0.1",
        Integer.toString(dimse.port()));
  }
}
