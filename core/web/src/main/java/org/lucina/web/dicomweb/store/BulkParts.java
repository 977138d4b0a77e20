package org.lucina.web.dicomweb.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.spi.http.MediaRange;
import org.lucina.spi.http.MultipartPart;
import org.lucina.web.log.WebLog;

/** Keeps bulk parts in temporary files until the metadata that names them is complete. */
final class BulkParts implements Closeable {

  /** A part: where it is, its bytes (made even), and its media type. */
  record Bulk(Path file, long length, MediaRange type) {}

  private static final MediaRange OCTETS = MediaRange.parse("application/octet-stream");

  private final Path folder;
  private final Map<String, List<Bulk>> byLocation = new HashMap<>();
  private int files;

  BulkParts() throws IOException {
    folder = Files.createTempDirectory("lucina-bulk-");
  }

  /** Takes a part; false when it has neither Content-Location nor Content-ID. */
  boolean add(MultipartPart part) throws IOException {
    Optional<String> location =
        part.header("content-location")
            .or(() -> part.header("content-id").map(id -> "cid:" + id.replaceAll("^<|>$", "")));
    if (location.isEmpty()) {
      return false;
    }
    Path file = newFile();
    long length;
    try (OutputStream out = Files.newOutputStream(file)) {
      length = part.body().transferTo(out);
      if (length % 2 != 0) {
        out.write(0);
        length++;
      }
    }
    byLocation
        .computeIfAbsent(location.get(), any -> new ArrayList<>())
        .add(new Bulk(file, length, part.contentType().orElse(OCTETS)));
    return true;
  }

  /** The parts of a BulkDataURI; several are the frames of compressed pixel data. */
  List<Bulk> of(String uri) {
    return byLocation.getOrDefault(uri, List.of());
  }

  /** A file that goes with the parts. */
  Path newFile() {
    return folder.resolve(Integer.toString(files++));
  }

  @Override
  public void close() {
    try {
      for (int i = 0; i < files; i++) {
        Files.deleteIfExists(folder.resolve(Integer.toString(i)));
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      WebLog.LOG.spoolNotDeleted(e.toString());
    }
  }
}
