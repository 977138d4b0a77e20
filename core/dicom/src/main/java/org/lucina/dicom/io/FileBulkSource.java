package org.lucina.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.TransferSyntax;

/** Opens bulk data that lies in files. */
final class FileBulkSource {

  private static final String INFLATE = "#inflate=";

  private FileBulkSource() {}

  /** The URI of a file, which says where the deflated part of it begins if it has one. */
  static String uri(Path file, TransferSyntax syntax, long dataSetOffset) {
    return file.toUri() + (syntax.deflated() ? INFLATE + dataSetOffset : "");
  }

  static InputStream open(BulkData bulk) throws IOException {
    String uri =
        bulk.uri()
            .filter(text -> text.startsWith("file:"))
            .orElseThrow(() -> new IOException("bulk data lies in no file"));
    int inflate = uri.indexOf(INFLATE);
    String file = inflate < 0 ? uri : uri.substring(0, inflate);
    InputStream in = Files.newInputStream(Path.of(URI.create(file)));
    try {
      if (inflate < 0) {
        in.skipNBytes(bulk.offset());
        return new BoundedStream(in, bulk.length());
      }
      long start = Long.parseLong(uri.substring(inflate + INFLATE.length()));
      in.skipNBytes(start);
      InputStream inflated = Inflating.stream(in);
      inflated.skipNBytes(bulk.offset() - start);
      return new BoundedStream(inflated, bulk.length());
    } catch (IOException | RuntimeException unreadable) {
      in.close();
      throw unreadable;
    }
  }
}
