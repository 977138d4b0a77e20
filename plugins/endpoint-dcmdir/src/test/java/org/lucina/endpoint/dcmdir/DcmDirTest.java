package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
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
    open("flat").put(dixel(first));
    assertThat(folder.resolve(first.sopInstance() + ".dcm")).hasBinaryContent(first.file());

    Reference put = open("hashed").put(dixel(second));
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
    assertThat(find(Query.of(DicomLevel.INSTANCE).offset(1).limit(2).build())).hasSize(2);
    assertThat(find(Query.of(DicomLevel.INSTANCE).key(0x0020000D, first.study()).build()))
        .hasSize(3);
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
    Endpoint other =
        new DcmDirProvider().create("other", config("flat", temp.resolve("o")), new LocalContext());

    other.put(directory.get(Reference.study(first.study()), FILE));

    assertThat(other.exists(reference(first))).isTrue();
    assertThat(other.exists(reference(otherSeries))).isTrue();
    assertThat(other.exists(reference(otherStudy))).isFalse();
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
    Files.writeString(folder.resolve(".incoming/half"), "half");
    open("tree");
    assertThat(folder.resolve(".incoming/half")).doesNotExist();
  }

  private void putAll() throws EndpointException {
    for (SyntheticObject object : List.of(first, second, otherSeries, otherStudy)) {
      directory.put(dixel(object));
    }
  }

  private Endpoint open(String layout) throws Exception {
    return new DcmDirProvider().create("test", config(layout, folder), new LocalContext());
  }

  private static org.lucina.spi.Configuration config(String layout, Path path) throws Exception {
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
      return all.filter(Files::isRegularFile).toList();
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
