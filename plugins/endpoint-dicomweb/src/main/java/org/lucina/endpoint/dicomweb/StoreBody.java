package org.lucina.endpoint.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.http.MultipartWriter;

/** Several files as one multipart/related body (RFC 2387), each opened when its turn comes. */
final class StoreBody implements Content {
  private static final String TYPE = "application/dicom";

  private final List<Content> files;
  private final String boundary = MultipartWriter.newBoundary();

  StoreBody(List<Content> files) {
    this.files = List.copyOf(files);
  }

  String mediaType() {
    return MultipartWriter.contentType(TYPE, boundary);
  }

  @Override
  public OptionalLong length() throws IOException {
    long length = end().length;
    for (Content file : files) {
      OptionalLong own = file.length();
      if (own.isEmpty()) {
        return own;
      }
      length += begin().length + own.getAsLong();
    }
    return OptionalLong.of(length);
  }

  @Override
  public InputStream open() {
    Iterator<Content> each = files.iterator();
    return new Parts(each);
  }

  private byte[] begin() {
    return bytes("\r\n--" + boundary + "\r\nContent-Type: " + TYPE + "\r\n\r\n");
  }

  private byte[] end() {
    return bytes("\r\n--" + boundary + "--\r\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads part after part. */
  private final class Parts extends InputStream {
    private final Iterator<Content> each;
    private InputStream now = InputStream.nullInputStream();
    private boolean ended;

    private Parts(Iterator<Content> each) {
      this.each = each;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (true) {
        int read = now.read(into, offset, length);
        if (read >= 0) {
          return read;
        }
        if (ended) {
          return -1;
        }
        now.close();
        now = next();
      }
    }

    private InputStream next() throws IOException {
      if (each.hasNext()) {
        return new SequenceInputStream(new ByteArrayInputStream(begin()), each.next().open());
      }
      ended = true;
      return new ByteArrayInputStream(end());
    }

    @Override
    public void close() throws IOException {
      ended = true;
      now.close();
      now = InputStream.nullInputStream();
    }
  }
}
