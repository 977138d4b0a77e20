package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dcmdir.Objects.dixel;
import static org.lucina.endpoint.dcmdir.Objects.reference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Puts objects into a directory. */
class DcmDirPutTest extends OpenDirectory {
  private static final Set<View> FILE = Set.of(View.FILE);

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
  void copiesAStudyToAnotherDirectory() throws Exception {
    putAll();
    try (Endpoint other = Objects.open(new DcmDirProvider(), temp.resolve("o"), "layout", "flat")) {
      other.put(directory.get(Reference.study(first.study()), FILE));

      assertThat(other.exists(reference(first))).isTrue();
      assertThat(other.exists(reference(otherSeries))).isTrue();
      assertThat(other.exists(reference(otherStudy))).isFalse();
    }
  }

  @Test
  void removesWhatACrashLeftUnfinished() throws Exception {
    Files.writeString(folder.resolve(".incoming/half.part"), "half");
    reopen("tree");
    assertThat(folder.resolve(".incoming/half.part")).doesNotExist();
  }
}
