package org.lucina.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lucina.dicom.BulkData;

/** Opens bulk data that lies in files. */
final class FileBulkSource {

  private FileBulkSource() {}

  static InputStream open(BulkData bulk) throws IOException {
    String uri =
        bulk.uri()
            .filter(text -> text.startsWith("file:"))
            .orElseThrow(() -> new IOException("bulk data lies in no file"));
    InputStream in = Files.newInputStream(Path.of(URI.create(uri)));
    try {
      in.skipNBytes(bulk.offset());
      return new BoundedStream(in, bulk.length());
    } catch (IOException | RuntimeException unreadable) {
      in.close();
      throw unreadable;
    }
  }
}
