package org.lucina.dicom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of real DICOM files beside the checkout, which a fresh clone does not have.
 *
 * <p>Found by walking up from the working directory to a {@code shared/data}, or named by the
 * system property {@code lucina.data}. Tests that need it are skipped where it is absent.
 */
public final class SharedData {
  private final Path folder;

  private SharedData(Path folder) {
    this.folder = folder;
  }

  /** The folder; skips the running test, saying why, when there is none. */
  public static SharedData orSkip() {
    Optional<SharedData> found = find();
    Assumptions.assumeTrue(
        found.isPresent(),
        "skipped: no folder shared/data beside the checkout (-Dlucina.data=...)");
    return found.orElseThrow();
  }

  /** The folder, if it is there. */
  public static Optional<SharedData> find() {
    String named = System.getProperty("lucina.data");
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Files::isDirectory).map(SharedData::new);
    }
    return beside("data").filter(Files::isDirectory).map(SharedData::new);
  }

  /**
   * Another file beside the checkout; skips the running test, saying why, when there is none.
   *
   * @param name within {@code shared}
   */
  public static Path fileOrSkip(String name) {
    Optional<Path> file = beside(name);
    Assumptions.assumeTrue(file.isPresent(), "skipped: no shared/" + name + " beside the checkout");
    return file.orElseThrow();
  }

  private static Optional<Path> beside(String name) {
    return Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
        .map(up -> up.resolve("shared").resolve(name))
        .filter(Files::exists)
        .findFirst();
  }

  /** The folder itself. */
  public Path folder() {
    return folder;
  }

  /** All files but the manifest, in order of name. */
  public List<Path> files() {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".tsv"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The name of a file as the manifest has it. */
  public String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** A file by its name in the manifest. */
  public Path file(String name) {
    return folder.resolve(name);
  }
}
