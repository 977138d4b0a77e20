package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.Content;
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

class DcmDirTest {
  private static final Set<View> FILE = Set.of(View.FILE);

  private final SyntheticObjects objects = new SyntheticObjects(7);
  private final SyntheticObject first = objects.small(1, 1, 1, 1);
  private final SyntheticObject second = objects.small(1, 1, 1, 2);
  private final SyntheticObject otherSeries = objects.small(1, 1, 2, 1);
  private final SyntheticObject otherStudy = objects.small(2, 1, 1, 1);

  @TempDir private Path temp;
  private Path folder;
  private Endpoint directory;

  @BeforeEach
  void open() throws Exception {
    folder = temp.resolve("images");
    directory = open("tree");
  }

  @AfterEach
  void close() {
    directory.close();
  }

  @Test
  void putsFilesInATree() throws Exception {
    Reference put = directory.put(dixel(first));

    Path file =
        folder.resolve(Path.of(first.study(), first.series(), first.sopInstance() + ".dcm"));
    assertThat(file).hasBinaryContent(first.file());
    assertThat(put.key()).contains(folder.relativize(file).toString());
  }

  @Test
  void putsFilesFlatOrByHash() throws Exception {
    reopen("flat").put(dixel(first));
    assertThat(folder.resolve(first.sopInstance() + ".dcm")).hasBinaryContent(first.file());

    Reference put = reopen("hashed").put(dixel(second));
    assertThat(put.key().orElseThrow()).matches("[0-9a-f]{2}/[0-9a-f]{2}/[0-9.]+\\.dcm");
  }

  @Test
  void puttingTheSameAgainChangesNothing() throws Exception {
    Reference put = directory.put(dixel(first));
    Path file = folder.resolve(put.key().orElseThrow());
    Object before = Files.readAttributes(file, "unix:ino").get("ino");

    assertThat(directory.put(dixel(first))).isEqualTo(put);
    assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(before);
    assertThat(names()).hasSize(1);
  }

  @Test
  void replacesAnObjectOfTheSameUid() throws Exception {
    directory.put(dixel(first));
    first.dataSet().set(0x00081030, "CHANGED");
    Reference put = directory.put(dixel(first));

    assertThat(folder.resolve(put.key().orElseThrow())).hasBinaryContent(first.file());
    assertThat(names()).hasSize(1);
  }

  @Test
  void refusesUidsThatLeadOutOfTheDirectory() throws Exception {
    first.dataSet().set(0x0020000D, "../../outside");

    assertThatThrownBy(() -> directory.put(dixel(first)))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("malformed");
    assertThat(names()).isEmpty();
    assertThatThrownBy(
            () -> directory.exists(Reference.key(DicomLevel.INSTANCE, "../../etc/passwd")))
        .hasMessageContaining("leads out");
  }

  @Test
  void aPutThatBreaksOffLeavesNothing() throws Exception {
    byte[] bytes = first.file();
    Content broken =
        Content.of(
            OptionalLong.empty(),
            () ->
                new InputStream() {
                  private final InputStream half = new ByteArrayInputStream(bytes, 0, 500);

                  @Override
                  public int read() throws IOException {
                    int next = half.read();
                    if (next < 0) {
                      throw new IOException("the line is dead");
                    }
                    return next;
                  }
                });
    Dixel dixel = Dixel.of(reference(first)).file(broken).build();

    assertThatThrownBy(() -> directory.put(dixel)).hasMessageContaining("the line is dead");
    assertThat(names()).isEmpty();
  }

  @Test
  void findsStudiesSeriesAndInstancesUnderAnyName() throws Exception {
    putAll();
    Files.createDirectories(folder.resolve("by/hand"));
    Files.write(folder.resolve("by/hand/IM0001"), objects.small(3, 1, 1, 1).file());
    Files.writeString(folder.resolve("by/hand/README"), "no image");

    assertThat(find(Query.of(DicomLevel.STUDY).build())).hasSize(3);
    assertThat(find(Query.of(DicomLevel.SERIES).build())).hasSize(4);
    assertThat(find(Query.of(DicomLevel.INSTANCE).build())).hasSize(5);
    List<Reference> all =
        find(Query.of(DicomLevel.INSTANCE).build()).stream().map(Dixel::reference).toList();
    assertThat(find(Query.of(DicomLevel.INSTANCE).offset(1).limit(2).build()))
        .extracting(Dixel::reference)
        .containsExactlyElementsOf(all.subList(1, 3));
    assertThat(find(Query.of(DicomLevel.INSTANCE).key(0x0020000D, first.study()).build()))
        .hasSize(3);
  }

  @Test
  void matchesWildCardsRangesAndSequences() throws Exception {
    first.dataSet().set(Tag.StudyDate, "20260115").set(Tag.StudyDescription, "CT HEAD");
    otherStudy.dataSet().set(Tag.StudyDate, "20260301").set(Tag.StudyDescription, "MR HEAD");
    directory.put(dixel(first));
    directory.put(dixel(otherStudy));

    assertThat(studies("StudyDescription=*HEAD")).hasSize(2);
    assertThat(studies("StudyDescription=CT*")).containsExactly(first.study());
    assertThat(studies("StudyDate=20260201-")).containsExactly(otherStudy.study());
    assertThat(studies("RequestAttributesSequence.ScheduledProcedureStepID=X")).isEmpty();
  }

  @Test
  void answersWithWhatIsAskedForAndNoPixels() throws Exception {
    directory.put(dixel(first));
    Dixel found = find(Query.of(DicomLevel.STUDY).include(Tag.Modality).build()).get(0);

    assertThat(found.tags().string(Tag.StudyInstanceUID)).contains(first.study());
    assertThat(found.tags().contains(Tag.Modality)).isTrue();
    assertThat(found.tags().contains(Tag.SOPInstanceUID)).isFalse();
    assertThat(found.tags().contains(Tag.PixelData)).isFalse();
  }

  @Test
  void tellsWhetherItIsThere() throws Exception {
    assertThat(directory.check()).contains(folder.toString()).contains("MiB are free");
  }

  @Test
  void refusesWhatIsNoDirectoryOfItsOwn() throws Exception {
    assertThatThrownBy(() -> open("tree"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("in use by another");
    assertThatThrownBy(() -> create(config("tree", Path.of("relative"))))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("not absolute");
    Path file = Files.writeString(temp.resolve("file"), "no directory");
    assertThatThrownBy(() -> create(config("tree", file)))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("cannot be used");
  }

  @Test
  void refusesWhatIsNoObject() {
    Content text = Content.of(OptionalLong.empty(), () -> new ByteArrayInputStream(new byte[999]));
    Dixel dixel = Dixel.of(reference(first)).file(text).build();

    assertReason(Reason.REFUSED, () -> directory.put(dixel));
    assertReason(Reason.REFUSED, () -> directory.put(Dixel.of(reference(first)).build()));
  }

  @Test
  void aPartThatIsRefusedIsRefusedWithTheWhole() {
    Dixel part = Dixel.of(reference(first)).build();
    Dixel series =
        Dixel.of(Reference.series(first.study(), first.series()))
            .children(() -> Stream.of(part))
            .build();

    assertReason(Reason.REFUSED, () -> directory.put(series));
  }

  @Test
  void passesOverFilesThatBreakOff() throws Exception {
    directory.put(dixel(first));
    byte[] bytes = second.file();
    Files.write(folder.resolve("half"), Arrays.copyOf(bytes, 300));

    assertThat(find(Query.of(DicomLevel.INSTANCE).build())).hasSize(1);
  }

  @Test
  void doesNotFollowLinksOutOfTheDirectory() throws Exception {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.write(outside.resolve("IM1"), first.file());
    Files.createSymbolicLink(folder.resolve("link"), outside);

    assertThat(find(Query.of(DicomLevel.INSTANCE).build())).isEmpty();
    Reference key = Reference.key(DicomLevel.INSTANCE, "link/IM1");
    assertReason(Reason.REFUSED, () -> directory.delete(key));
    assertThat(outside.resolve("IM1")).exists();
  }

  @Test
  void trustsTheHeadOfAFileRatherThanItsName() throws Exception {
    reopen("flat");
    Files.write(folder.resolve(first.sopInstance() + ".dcm"), otherStudy.file());

    assertThat(directory.exists(reference(first))).isFalse();
    assertThat(directory.exists(reference(otherStudy))).isTrue();
  }

  @Test
  void anInterruptedSearchEnds() throws Exception {
    directory.put(dixel(first));
    Thread.currentThread().interrupt();
    try {
      assertReason(Reason.FAILED, () -> find(Query.of(DicomLevel.STUDY).build()));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void putsAndDeletionsOfOneFolderDoNotDisturbEachOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> deletions =
          threads.submit(
              () -> {
                for (int i = 0; i < 100; i++) {
                  directory.delete(reference(first));
                }
                return null;
              });
      for (int i = 0; i < 100; i++) {
        directory.put(dixel(first));
      }
      deletions.get();
    } finally {
      threads.shutdownNow();
    }
    directory.put(dixel(first));
    assertThat(directory.exists(reference(first))).isTrue();
  }

  @Test
  void deletesOneSeries() throws Exception {
    putAll();
    directory.delete(Reference.series(first.study(), otherSeries.series()));

    assertThat(directory.exists(reference(otherSeries))).isFalse();
    assertThat(directory.exists(reference(first))).isTrue();
    assertReason(Reason.UNSUPPORTED, () -> directory.delete(Reference.patient("P1")));
  }

  @Test
  void refusesWhatItCannotHonour() {
    assertThatThrownBy(() -> find(Query.of(DicomLevel.PATIENT).fuzzy(true).build()))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessage("cannot be honoured here: level patient, fuzzy matching");
  }

  @Test
  void handsOutAStudyWithItsParts() throws Exception {
    putAll();

    Dixel study = directory.get(Reference.study(first.study()), FILE);
    List<byte[]> files = new ArrayList<>();
    try (Stream<Dixel> series = study.children()) {
      for (Dixel each : series.toList()) {
        try (Stream<Dixel> instances = each.children()) {
          for (Dixel instance : instances.toList()) {
            try (InputStream in = instance.file().orElseThrow().open()) {
              files.add(in.readAllBytes());
            }
          }
        }
      }
    }
    assertThat(files).containsExactlyInAnyOrder(first.file(), second.file(), otherSeries.file());
  }

  @Test
  void copiesAStudyToAnotherDirectory() throws Exception {
    putAll();
    try (Endpoint other = create(config("flat", temp.resolve("o")))) {
      other.put(directory.get(Reference.study(first.study()), FILE));

      assertThat(other.exists(reference(first))).isTrue();
      assertThat(other.exists(reference(otherSeries))).isTrue();
      assertThat(other.exists(reference(otherStudy))).isFalse();
    }
  }

  @Test
  void deletesWithTheFoldersThatBecomeEmpty() throws Exception {
    putAll();

    directory.delete(Reference.study(first.study()));
    directory.delete(Reference.study(first.study()));

    assertThat(names()).hasSize(1);
    assertThat(folder.resolve(first.study())).doesNotExist();
    assertThat(directory.exists(reference(otherStudy))).isTrue();
    assertThatThrownBy(() -> directory.get(reference(first), FILE))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("is not in");
  }

  @Test
  void deletesCopiesUnderOtherNamesAndNothingElse() throws Exception {
    directory.put(dixel(first));
    Files.write(folder.resolve("copy"), first.file());
    Files.writeString(folder.resolve("README"), "no image");

    directory.delete(reference(first));
    directory.delete(Reference.key(DicomLevel.INSTANCE, "README"));

    assertThat(directory.exists(reference(first))).isFalse();
    assertThat(names()).containsExactly(folder.resolve("README"));
  }

  @Test
  void refusesViewsThatItHasNot() throws Exception {
    directory.put(dixel(first));
    assertThatThrownBy(() -> directory.get(reference(first), Set.of(View.FILE, View.REPORT)))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("only tags and file");
  }

  @Test
  void removesWhatACrashLeftUnfinished() throws Exception {
    Files.writeString(folder.resolve(".incoming/half.part"), "half");
    reopen("tree");
    assertThat(folder.resolve(".incoming/half.part")).doesNotExist();
  }

  private List<String> studies(String query) throws EndpointException {
    return find(Query.parse(DicomLevel.STUDY, query)).stream()
        .map(found -> found.reference().studyUid().orElseThrow())
        .toList();
  }

  private static void assertReason(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private void putAll() throws EndpointException {
    for (SyntheticObject object : List.of(first, second, otherSeries, otherStudy)) {
      directory.put(dixel(object));
    }
  }

  private Endpoint reopen(String layout) throws Exception {
    directory.close();
    directory = open(layout);
    return directory;
  }

  private Endpoint open(String layout) throws Exception {
    return create(config(layout, folder));
  }

  private static Endpoint create(Configuration config) throws ProviderException {
    return new DcmDirProvider().create("test", config, new LocalContext());
  }

  private static Configuration config(String layout, Path path) throws Exception {
    return new DcmDirProvider()
        .configSpec()
        .check(Map.of("path", path.toString(), "layout", layout));
  }

  private List<Dixel> find(Query query) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    directory.find(query, found::add);
    return found;
  }

  private List<Path> names() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file) && !file.endsWith(".incoming/lock"))
          .toList();
    }
  }

  private static Reference reference(SyntheticObject object) {
    return Reference.instance(object.study(), object.series(), object.sopInstance());
  }

  private static Dixel dixel(SyntheticObject object) {
    byte[] bytes = object.file();
    return Dixel.of(reference(object))
        .file(Content.of(OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes)))
        .build();
  }
}
