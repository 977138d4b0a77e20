package org.lucina.spi.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer whose body is read as it comes; close it. */
public final class HttpAnswer implements AutoCloseable {
  private static final int LONGEST_TEXT = 16 << 20;

  private final int status;
  private final HttpHeaders headers;
  private final InputStream body;

  HttpAnswer(int status, HttpHeaders headers, InputStream body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Status code (RFC 9110 15). */
  public int status() {
    return status;
  }

  /** The first value of a header field. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The body; reading fails when nothing comes for as long as the peer's settings allow. */
  public InputStream body() {
    return body;
  }

  /**
   * All of the body as UTF-8.
   *
   * @throws IOException also when it has more than 16 MiB, which no such answer has
   */
  public String text() throws IOException {
    byte[] bytes = body.readNBytes(LONGEST_TEXT);
    if (body.read() >= 0) {
      throw new IOException("an answer has more than " + LONGEST_TEXT + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
