package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dcmdir.Objects.bytes;
import static org.lucina.endpoint.dcmdir.Objects.dixel;
import static org.lucina.endpoint.dcmdir.Objects.find;
import static org.lucina.endpoint.dcmdir.Objects.open;
import static org.lucina.endpoint.dcmdir.Objects.reference;
import static org.lucina.endpoint.dcmdir.Objects.study;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;

class ArchivesTest {
  private static final Query INSTANCES = Query.of(DicomLevel.INSTANCE).build();
  private static final Set<View> FILE = Set.of(View.FILE);

  private final SyntheticObjects objects = new SyntheticObjects(8);
  private final SyntheticObject first = objects.small(1, 1, 1, 1);
  private final SyntheticObject second = objects.small(1, 1, 1, 2);
  private final SyntheticObject other = objects.small(2, 1, 1, 1);

  @TempDir private Path folder;

  @Test
  void findsAndHandsOutTheObjectsOfAnArchive() throws Exception {
    Files.createDirectories(folder.resolve("sub"));
    zip("sub/any.zip", Map.of("IM1", first.file(), "a/b/IM2", other.file(), "README", text()));
    try (Endpoint directory = open(new DcmDirProvider(), folder)) {
      assertThat(find(directory, INSTANCES))
          .extracting(found -> found.reference().key().orElseThrow())
          .containsExactlyInAnyOrder("sub/any.zip!/IM1", "sub/any.zip!/a/b/IM2");
      assertThat(bytes(directory.get(reference(first), FILE))).isEqualTo(first.file());
      Reference key = Reference.key(DicomLevel.INSTANCE, "sub/any.zip!/a/b/IM2");
      assertThat(bytes(directory.get(key, FILE))).isEqualTo(other.file());
      Dixel study = directory.get(Reference.study(first.study()), FILE);
      try (Stream<Dixel> series = study.children()) {
        assertThat(series).hasSize(1);
      }
    }
  }

  @Test
  void passesArchivesOverWhenToldSo() throws Exception {
    zip("any.zip", Map.of("IM1", first.file()));
    try (Endpoint directory = open(new DcmDirProvider(), folder, "archives", "ignore")) {
      assertThat(find(directory, INSTANCES)).isEmpty();
      assertThat(directory.exists(Reference.key(DicomLevel.INSTANCE, "any.zip!/IM1"))).isFalse();
    }
  }

  @Test
  void anEntryThatIsNamedOutOfTheDirectoryIsJustAnEntry() throws Exception {
    zip("any.zip", Map.of("../../IM1", first.file()));
    try (Endpoint directory = open(new DcmDirProvider(), folder)) {
      Dixel found = find(directory, INSTANCES).get(0);

      assertThat(bytes(directory.get(found.reference(), FILE))).isEqualTo(first.file());
      assertThat(folder.getParent().getParent().resolve("IM1")).doesNotExist();
      Reference outside = Reference.key(DicomLevel.INSTANCE, "../any.zip!/IM1");
      assertThatThrownBy(() -> directory.exists(outside)).hasMessageContaining("leads out");
    }
  }

  @Test
  void anEntryInflatesNoFurtherThanItMay() throws Exception {
    zip("any.zip", Map.of("IM1", first.file(), "IM2", objects.ct(1, 1, 1, 3).file()));
    try (Endpoint directory = open(new DcmDirProvider(), folder, "max-inflated-bytes", "100000")) {
      assertThat(find(directory, INSTANCES)).hasSize(1);
    }
  }

  @Test
  void anEntryThatIsLongerThanItSaysBreaksOff() throws Exception {
    Path archive = zip("any.zip", Map.of("IM1", objects.ct(1, 1, 1, 1).file()));
    understateSize(archive, 300_000);
    try (Endpoint directory = open(new DcmDirProvider(), folder)) {
      Dixel found = directory.get(Reference.key(DicomLevel.INSTANCE, "any.zip!/IM1"), FILE);

      assertThatThrownBy(() -> bytes(found))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("more than it may");
    }
  }

  @Test
  void brokenArchivesAndEntriesAreNoFaultOfTheSearch() throws Exception {
    Files.write(folder.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    zip("any.zip", Map.of("IM1", first.file()));
    try (Endpoint directory = open(new DcmDirProvider(), folder)) {
      assertThat(find(directory, INSTANCES)).hasSize(1);
    }
  }

  @Test
  void aStudyBecomesOneArchive() throws Exception {
    try (Endpoint directory = open(new DcmDirProvider(), folder, "archives", "write")) {
      directory.put(study(first, second));

      assertThat(entries(first))
          .containsExactlyInAnyOrder(
              first.series() + "/" + first.sopInstance() + ".dcm",
              second.series() + "/" + second.sopInstance() + ".dcm");
      assertThat(bytes(directory.get(reference(second), FILE))).isEqualTo(second.file());
      assertThat(find(directory, INSTANCES)).hasSize(2);
      assertThat(files()).containsExactly(archive(first));
    }
  }

  @Test
  void puttingAStudyAgainChangesNothing() throws Exception {
    try (Endpoint directory = open(new DcmDirProvider(), folder, "archives", "write")) {
      directory.put(study(first, second));
      Object before = Files.getAttribute(archive(first), "unix:ino");
      directory.put(study(first, second));

      assertThat(Files.getAttribute(archive(first), "unix:ino")).isEqualTo(before);
    }
  }

  @Test
  void whatComesLaterJoinsTheArchive() throws Exception {
    try (Endpoint directory = open(new DcmDirProvider(), folder, "archives", "write")) {
      directory.put(study(first));
      directory.put(study(second));

      assertThat(directory.exists(reference(first))).isTrue();
      assertThat(directory.exists(reference(second))).isTrue();
    }
  }

  @Test
  void aPutThatIsRefusedLeavesTheArchiveAsItWas() throws Exception {
    try (Endpoint directory = open(new DcmDirProvider(), folder, "archives", "write")) {
      directory.put(study(first));
      assertThatThrownBy(() -> directory.put(study(second, other)))
          .isInstanceOf(EndpointException.class)
          .hasMessageContaining("2 studies");
      assertThatThrownBy(() -> directory.put(study(second, changed(second))))
          .isInstanceOf(EndpointException.class)
          .hasMessageContaining("two different objects");

      assertThat(entries(first)).hasSize(1);
      assertThat(files()).containsExactly(archive(first));
    }
  }

  @Test
  void takesObjectsOutOfAnArchiveAndTheArchiveWithItsLast() throws Exception {
    try (Endpoint directory = open(new DcmDirProvider(), folder, "archives", "write")) {
      directory.put(study(first, second));
      directory.put(dixel(other));

      directory.delete(reference(first));
      assertThat(directory.exists(reference(first))).isFalse();
      assertThat(bytes(directory.get(reference(second), FILE))).isEqualTo(second.file());

      directory.delete(Reference.study(first.study()));
      assertThat(archive(first)).doesNotExist();
      assertThat(directory.exists(reference(other))).isTrue();
    }
  }

  private SyntheticObject changed(SyntheticObject object) {
    SyntheticObject copy = new SyntheticObjects(8).small(1, 1, 1, 2);
    assertThat(copy.sopInstance()).isEqualTo(object.sopInstance());
    copy.dataSet().set(0x00081030, "CHANGED");
    return copy;
  }

  private Path archive(SyntheticObject object) {
    return folder.resolve(object.study() + ".zip");
  }

  private List<String> entries(SyntheticObject object) throws IOException {
    try (ZipFile zip = new ZipFile(archive(object).toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file) && !file.endsWith(".incoming/lock"))
          .toList();
    }
  }

  private Path zip(String name, Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** Writes another size into the central directory, which is that before the last 22 bytes. */
  private static void understateSize(Path archive, int size) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
      file.seek(file.length() - 22 + 16);
      long directory = Integer.toUnsignedLong(Integer.reverseBytes(file.readInt()));
      file.seek(directory + 24);
      file.writeInt(Integer.reverseBytes(size));
    }
  }

  private static byte[] text() {
    return "no image".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
