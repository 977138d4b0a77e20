package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dcmdir.Objects.dixel;
import static org.lucina.endpoint.dcmdir.Objects.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/** Removes objects from a directory. */
class DcmDirDeleteTest extends OpenDirectory {
  private static final Set<View> FILE = Set.of(View.FILE);

  @Test
  void deletesOneSeries() throws Exception {
    putAll();
    directory.delete(Reference.series(first.study(), otherSeries.series()));

    assertThat(directory.exists(reference(otherSeries))).isFalse();
    assertThat(directory.exists(reference(first))).isTrue();
    assertReason(Reason.UNSUPPORTED, () -> directory.delete(Reference.patient("P1")));
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
  void doesNotFollowLinksOutOfTheDirectory() throws Exception {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.write(outside.resolve("IM1"), first.file());
    Files.createSymbolicLink(folder.resolve("link"), outside);

    assertThat(find(Query.of(DicomLevel.INSTANCE).build())).isEmpty();
    Reference key = Reference.key(DicomLevel.INSTANCE, "link/IM1");
    assertReason(Reason.REFUSED, () -> directory.delete(key));
    assertThat(outside.resolve("IM1")).exists();
  }
}
