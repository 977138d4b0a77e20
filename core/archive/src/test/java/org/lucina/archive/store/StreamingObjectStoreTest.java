package org.lucina.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.store.StoreException.Reason;
import org.lucina.archive.testing.ArchiveFixture;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

class StreamingObjectStoreTest {
  private final SyntheticObjects objects = new SyntheticObjects(7);
  private final ArchiveFixture archive = new ArchiveFixture();

  static java.util.List<SyntheticObject> everyKind() {
    return new SyntheticObjects(7).everyKind();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void keepsADataSetByteForByteBehindFileMetaOfItsOwn(SyntheticObject object) throws Exception {
    byte[] sent = object.bare();
    StoreOutcome outcome = archive.send(object, sent);
    assertThat(outcome)
        .isEqualTo(
            new StoreOutcome(
                StoreOutcome.Kind.STORED,
                object.sopClass(),
                object.sopInstance(),
                object.study(),
                object.series()));
    InstanceRecord record = archive.record(object);
    byte[] file = archive.storage.bytes(record.location());
    assertThat(record.length()).isEqualTo(file.length);
    byte[] kept = Arrays.copyOfRange(file, (int) record.dataSetOffset(), file.length);
    assertThat(kept).isEqualTo(sent);
    assertThat(record.sha256()).isEqualTo(sha256(sent));
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      DataSet meta = reader.fileMeta();
      assertThat(meta.string(Tag.MediaStorageSOPInstanceUID)).contains(object.sopInstance());
      assertThat(meta.string(Tag.TransferSyntaxUID)).contains(object.syntax().uid());
      assertThat(meta.string(Tag.SourceApplicationEntityTitle)).contains("SENDER");
      assertThat(meta.string(Tag.ReceivingApplicationEntityTitle)).contains("LUCINA");
    }
  }

  @Test
  void anObjectThatItsStorageHasLostIsKeptWhenItIsSentAgain() throws Exception {
    SyntheticObject object = everyKind().get(0);
    archive.send(object);
    String lost = archive.record(object).location();
    archive.storage.delete(lost);
    assertThat(archive.send(object).kind()).isEqualTo(StoreOutcome.Kind.STORED);
    String kept = archive.record(object).location();
    assertThat(kept).isNotEqualTo(lost);
    assertThat(archive.storage.locations()).containsExactly(kept);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void takesAPart10FileWithNewFileMetaAndTheSameDataSet(SyntheticObject object) throws Exception {
    archive.upload(object.file());
    InstanceRecord record = archive.record(object);
    byte[] file = archive.storage.bytes(record.location());
    assertThat(Arrays.copyOfRange(file, (int) record.dataSetOffset(), file.length))
        .isEqualTo(object.bare());
    assertThat(archive.send(object).kind()).isEqualTo(StoreOutcome.Kind.SAME);
    assertThat(archive.storage.locations()).containsExactly(record.location());
  }

  @Test
  void refusesAnObjectThatIsNotTheOneNamedByTheCommand() {
    SyntheticObject named = objects.small(1, 1, 1, 1);
    SyntheticObject sent = objects.small(1, 1, 1, 2);
    assertRefused(Reason.UID_MISMATCH, () -> archive.send(named, sent.bare()));
  }

  @Test
  void refusesEveryObjectThatIsCutOff() {
    SyntheticObject object = objects.ct(1, 1, 1, 1);
    byte[] whole = object.bare();
    for (int length : new int[] {0, 1, 7, 100, 1000, 300_000, whole.length - 1}) {
      assertThatThrownBy(() -> archive.send(object, Arrays.copyOf(whole, length)))
          .as("%d bytes", length)
          .isInstanceOf(StoreException.class);
    }
    assertNothingRemains();
  }

  @Test
  void refusesNoise() {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    byte[] noise = new byte[400_000];
    new java.util.SplittableRandom(3).nextBytes(noise);
    assertThatThrownBy(() -> archive.send(object, noise)).isInstanceOf(StoreException.class);
    assertNothingRemains();
  }

  @Test
  void refusesUidsThatAreMissingOrWouldEscapeIntoPaths() {
    DataSet missing = objects.small(1, 1, 1, 1).dataSet();
    missing.remove(Tag.SeriesInstanceUID);
    assertRefused(Reason.UID_MISSING, () -> archive.send(explicit(missing)));
    DataSet hostile = objects.small(1, 1, 1, 1).dataSet();
    hostile.set(Tag.StudyInstanceUID, VR.UI, "../../etc");
    assertRefused(Reason.UID_INVALID, () -> archive.send(explicit(hostile)));
  }

  @Test
  void toleratesUidComponentsWithLeadingZeros() throws Exception {
    DataSet odd = objects.small(1, 1, 1, 1).dataSet();
    odd.set(Tag.SeriesInstanceUID, VR.UI, "1.2.840.001.02");
    assertThat(archive.send(explicit(odd)).series()).isEqualTo("1.2.840.001.02");
  }

  @Test
  void storesUnknownSopClassesOnlyWhenAllowed() throws Exception {
    DataSet data = objects.small(1, 1, 1, 1).dataSet();
    data.set(Tag.SOPClassUID, VR.UI, "1.2.276.0.999.1");
    assertRefused(Reason.SOP_CLASS_UNKNOWN, () -> archive.send(explicit(data)));
    archive.server.acceptUnknown(true);
    assertThat(archive.send(explicit(data)).kind()).isEqualTo(StoreOutcome.Kind.STORED);
  }

  @Test
  void filesObjectsWithoutPatientUnderTheirSopClass() throws Exception {
    DataSet palette =
        new DataSet()
            .set(Tag.SOPClassUID, UID.ColorPaletteStorage)
            .set(Tag.SOPInstanceUID, "1.2.3.4")
            .set(Tag.ContentLabel, "HOT_IRON");
    assertThat(archive.send(explicit(palette)).study()).isEqualTo(UID.ColorPaletteStorage);
  }

  @Test
  void refusesAnObjectOfAnotherStudyThanAskedFor() {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    StoreRequest request =
        new StoreRequest(
            ArchiveFixture.SENDER,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("1.2.3"));
    assertRefused(
        Reason.STUDY_MISMATCH,
        () -> archive.store.store(request, new ByteArrayInputStream(object.file())));
  }

  @Test
  void tellsThatTheStorageIsFullAndLeavesNothing() {
    archive.storage.room(100_000);
    assertRefused(Reason.STORAGE_FULL, () -> archive.send(objects.ct(1, 1, 1, 1)));
  }

  @Test
  void removesTheFileWhenTheIndexFails() {
    archive.index.failing(true);
    assertRefused(Reason.FAILED, () -> archive.send(objects.small(1, 1, 1, 1)));
  }

  @Test
  void leavesTheFileWhenTheIndexHasTheObjectThoughItsAnswerWasLost() throws Exception {
    archive.index.losingAnswers();
    SyntheticObject object = objects.small(1, 1, 1, 1);
    assertThatThrownBy(() -> archive.send(object)).isInstanceOf(StoreException.class);
    String location = archive.index.get(object.sopInstance()).record().location();
    try (SeekableByteChannel kept = archive.storage.open(location)) {
      assertThat(kept.size()).isPositive();
    }
  }

  @Test
  void letsAFaultOfTheNetworkThroughAndLeavesNothing() {
    SyntheticObject object = objects.ct(1, 1, 1, 1);
    InputStream broken =
        new java.io.SequenceInputStream(
            new ByteArrayInputStream(object.file(), 0, 300_000),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }
            });
    StoreRequest request =
        new StoreRequest(
            ArchiveFixture.SENDER,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> archive.store.store(request, broken))
        .isInstanceOf(IOException.class)
        .hasMessage("connection reset");
    assertNothingRemains();
  }

  @Test
  void decidesOnAnotherObjectUnderTheSameUidByTheSettings() throws Exception {
    SyntheticObject first = objects.small(1, 1, 1, 1);
    DataSet changed = objects.small(1, 1, 1, 1).dataSet();
    changed.set(Tag.SeriesDescription, "CHANGED");
    SyntheticObject second = explicit(changed);
    archive.send(first);
    String kept = archive.record(first).location();
    assertThat(archive.send(second).kind()).isEqualTo(StoreOutcome.Kind.KEPT_OTHER);
    assertThat(archive.storage.locations()).containsExactly(kept);
    archive.server.duplicates(Duplicates.REJECT);
    assertThatThrownBy(() -> archive.send(second))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DUPLICATE));
    assertThat(archive.storage.locations()).containsExactly(kept);
    archive.server.duplicates(Duplicates.REPLACE);
    assertThat(archive.send(second).kind()).isEqualTo(StoreOutcome.Kind.REPLACED);
    assertThat(archive.storage.locations())
        .containsExactly(archive.record(first).location())
        .doesNotContain(kept);
  }

  @Test
  void isUnavailableWhileTheStorageIsAway() {
    archive.server.without("main");
    assertRefused(Reason.UNAVAILABLE, () -> archive.send(objects.small(1, 1, 1, 1)));
  }

  private static SyntheticObject explicit(DataSet data) {
    return new SyntheticObject("made up", TransferSyntax.EXPLICIT_LE, data);
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private void assertRefused(Reason reason, Attempt attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    assertNothingRemains();
  }

  private void assertNothingRemains() {
    assertThat(archive.storage.locations()).isEmpty();
    assertThat(archive.storage.openUploads()).isZero();
    assertThat(archive.index.all()).isEmpty();
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Digests.sha256().digest(bytes));
  }
}
