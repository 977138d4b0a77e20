package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dcmdir.Objects.dixel;
import static org.lucina.endpoint.dcmdir.Objects.reference;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException;

/** Opens a directory, and hands objects out of it. */
class DcmDirTest extends OpenDirectory {
  private static final Set<View> FILE = Set.of(View.FILE);

  @Test
  void tellsWhetherItIsThere() throws Exception {
    assertThat(directory.check()).contains(folder.toString()).contains("MiB are free");
  }

  @Test
  void refusesWhatIsNoDirectoryOfItsOwn() throws Exception {
    assertThatThrownBy(() -> open("tree"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("in use by another");
    assertThatThrownBy(() -> Objects.open(new DcmDirProvider(), Path.of("relative")))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("not absolute");
    Path file = Files.writeString(temp.resolve("file"), "no directory");
    assertThatThrownBy(() -> Objects.open(new DcmDirProvider(), file))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("cannot be used");
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
  void refusesViewsThatItHasNot() throws Exception {
    directory.put(dixel(first));
    assertThatThrownBy(() -> directory.get(reference(first), Set.of(View.FILE, View.REPORT)))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("only tags and file");
  }
}
