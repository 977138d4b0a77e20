package org.lucina.spi.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Writes a multipart/related body (RFC 2387) as a stream of parts. Not thread-safe. */
public final class MultipartWriter {
  private final OutputStream out;
  private final String boundary;
  private boolean begun;

  /** Writes to a stream, which is flushed but not closed at the end. */
  public MultipartWriter(OutputStream out, String boundary) {
    this.out = out;
    this.boundary = boundary;
  }

  /** A boundary that no content has by chance. */
  public static String newBoundary() {
    return UUID.randomUUID().toString();
  }

  /** The Content-Type of a body. */
  public static String contentType(String partType, String boundary) {
    return "multipart/related; type=\"" + partType + "\"; boundary=" + boundary;
  }

  /**
   * Bytes of a body.
   *
   * @param parts how many there are, at least one
   * @param content bytes of their header fields (see {@link #fieldsLength}) and content together
   */
  public static long length(String boundary, int parts, long content) {
    // each delimiter and the last: CRLF, two hyphens, the boundary, CRLF; but no CRLF at the begin
    return content + (parts + 1L) * (boundary.length() + 6) - 2 + 2;
  }

  /** Bytes of the header fields of a part. */
  public static int fieldsLength(Map<String, String> headers) {
    return fields(headers).length();
  }

  private static StringBuilder fields(Map<String, String> headers) {
    StringBuilder fields = new StringBuilder();
    headers.forEach((name, value) -> fields.append(name).append(": ").append(value).append("\r\n"));
    return fields.append("\r\n");
  }

  /** Begins a part; its content is then written to the stream that is returned. */
  public OutputStream part(Map<String, String> headers) throws IOException {
    StringBuilder head = new StringBuilder(begun ? "\r\n--" : "--").append(boundary).append("\r\n");
    write(head.append(fields(headers)));
    begun = true;
    return out;
  }

  /** Ends the body; what breaks off before is not ended, so that it does not look complete. */
  public void finish() throws IOException {
    write((begun ? "\r\n--" : "--") + boundary + "--\r\n");
    out.flush();
  }

  private void write(CharSequence text) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
