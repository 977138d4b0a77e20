package org.lucina.archive.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.testing.ArchiveFixture;
import org.lucina.archive.testing.FakeServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.server.StorageExporter.Report;

class PlainFileExporterTest {
  @TempDir Path temp;
  private final SyntheticObjects objects = new SyntheticObjects(1);
  private final ArchiveFixture archive = new ArchiveFixture();
  private final PlainFileExporter exporter = new PlainFileExporter(archive.index, archive.storages);
  private final SyntheticObject one = objects.small(1, 1, 1, 1);
  private final SyntheticObject other = objects.small(2, 2, 1, 2);
  private Path tree;

  @BeforeEach
  void storeTwo() throws Exception {
    archive.send(one);
    archive.send(other);
    tree = temp.toRealPath().resolve("tree");
  }

  @Test
  void writesFilesByTheirUids() throws Exception {
    Report report = exporter.export(FakeServer.STORAGE, tree, Optional.empty());
    assertThat(report).isEqualTo(new Report(2, 0, java.util.List.of()));
    assertThat(file(one)).hasBinaryContent(archive.storage.bytes(location(one)));
    assertThat(file(other)).hasBinaryContent(archive.storage.bytes(location(other)));
  }

  @Test
  void writesOneStudy() throws Exception {
    Report report = exporter.export(FakeServer.STORAGE, tree, Optional.of(one.study()));
    assertThat(report.exported()).isEqualTo(1);
    assertThat(file(other)).doesNotExist();
  }

  @Test
  void leavesFilesAsTheyAre() throws Exception {
    Files.createDirectories(file(one).getParent());
    Files.writeString(file(one), "mine");
    Report report = exporter.export(FakeServer.STORAGE, tree, Optional.empty());
    assertThat(report).isEqualTo(new Report(1, 1, java.util.List.of()));
    assertThat(file(one)).hasContent("mine");
  }

  @Test
  void namesObjectsThatAreMissing() throws Exception {
    String gone = location(one);
    archive.storage.delete(gone);
    Report report = exporter.export(FakeServer.STORAGE, tree, Optional.empty());
    assertThat(report.failed()).containsExactly(gone);
    assertThat(file(one)).doesNotExist();
  }

  @Test
  void writesNowhereElse() throws Exception {
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Files.createDirectories(tree);
    Files.createSymbolicLink(tree.resolve(one.study()), elsewhere);
    assertThatThrownBy(() -> exporter.export(FakeServer.STORAGE, tree, Optional.of(one.study())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads elsewhere");
    assertThatThrownBy(
            () -> exporter.export(FakeServer.STORAGE, Path.of("relative"), Optional.empty()))
        .hasMessageContaining("not absolute");
  }

  private Path file(SyntheticObject object) throws Exception {
    return tree.resolve(object.study())
        .resolve(archive.record(object).series())
        .resolve(archive.record(object).sopInstance() + ".dcm");
  }

  private String location(SyntheticObject object) throws Exception {
    return archive.record(object).location();
  }
}
