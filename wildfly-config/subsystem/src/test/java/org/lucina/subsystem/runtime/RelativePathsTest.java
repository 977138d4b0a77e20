package org.lucina.subsystem.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;

/** Relative paths are resolved, and nothing else is touched. */
class RelativePathsTest {
  private static final ConfigSpec SPEC =
      ConfigSpec.of(
          Property.required("folder", Type.PATH, "Folder"),
          Property.optional("cache", Type.PATH, "cache", "Cache"),
          Property.optional("name", Type.STRING, "Name"));

  private final RelativePaths paths = new RelativePaths(Optional.of(Path.of("/srv/lucina")));

  @Test
  void givenAndDefaultPathsThatAreRelativeAreResolved() {
    assertThat(paths.resolve(SPEC, Map.of("folder", "objects", "name", "objects")))
        .containsOnly(
            Map.entry("folder", "/srv/lucina/objects"),
            Map.entry("cache", "/srv/lucina/cache"),
            Map.entry("name", "objects"));
  }

  @Test
  void absolutePathsStayAsTheyAre() {
    assertThat(paths.resolve(SPEC, Map.of("folder", "/mnt/a", "cache", "/mnt/b")))
        .containsOnly(Map.entry("folder", "/mnt/a"), Map.entry("cache", "/mnt/b"));
  }

  @Test
  void withoutAFolderNothingIsResolved() {
    Map<String, String> given = Map.of("folder", "objects");
    assertThat(new RelativePaths(Optional.empty()).resolve(SPEC, given)).isEqualTo(given);
  }

  @Test
  void whatIsNoPathIsLeftToTheCheck() {
    assertThat(paths.resolve(SPEC, Map.of("folder", "x\u0000"))).containsEntry("folder", "x\u0000");
  }
}
