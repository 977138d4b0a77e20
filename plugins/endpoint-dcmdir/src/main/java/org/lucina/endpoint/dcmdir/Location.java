package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.lucina.spi.dixel.Content;

/** Where an object lies. */
sealed interface Location {
  /** Parts the path of an archive and the name of an entry in keys. */
  String IN_ARCHIVE = "!/";

  /** The file that holds it. */
  Path file();

  /** Its bytes. */
  Content content();

  /** Its bytes as far as a search may go; close it. */
  InputStream openHead() throws IOException;

  /** What the endpoint calls it: a path below the root. */
  String key(Path root);

  /** A file of its own. */
  record Plain(Path file) implements Location {
    @Override
    public Content content() {
      return Content.of(file);
    }

    @Override
    public InputStream openHead() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public String key(Path root) {
      return root.relativize(file).toString();
    }
  }

  /**
   * An entry of a zip archive.
   *
   * @param file the archive
   * @param entry its name, which is never taken for a path
   * @param most bytes that it may inflate to
   */
  record Zipped(Path file, String entry, long most) implements Location {
    @Override
    public Content content() {
      return Content.of(OptionalLong.empty(), () -> ZipArchive.open(file, entry, most));
    }

    @Override
    public InputStream openHead() throws IOException {
      return ZipArchive.open(file, entry, ZipArchive.HEAD);
    }

    @Override
    public String key(Path root) {
      return root.relativize(file) + IN_ARCHIVE + entry;
    }
  }
}
