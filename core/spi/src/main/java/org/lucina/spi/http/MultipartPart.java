package org.lucina.spi.http;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * One part of a multipart body.
 *
 * @param headers header fields by lower-case name
 * @param body its content; valid until the next part is asked for
 */
public record MultipartPart(Map<String, String> headers, InputStream body) {

  /** Its Content-Type, empty when absent or unreadable. */
  public Optional<MediaRange> contentType() {
    return header("content-type").flatMap(MultipartPart::parse);
  }

  /** A header field by lower-case name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static Optional<MediaRange> parse(String value) {
    try {
      return Optional.of(MediaRange.parse(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
