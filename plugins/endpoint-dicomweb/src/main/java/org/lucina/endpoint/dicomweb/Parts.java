package org.lucina.endpoint.dicomweb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.MediaRange;
import org.lucina.spi.http.MultipartPart;
import org.lucina.spi.http.MultipartReader;

/** The first part of an answer, or the whole of one that has no parts; read as it comes. */
final class Parts {
  private Parts() {}

  /**
   * A part.
   *
   * @param type its media type, or that of all parts as the answer tells it, preferably one that
   *     names the transfer syntax; empty when neither is told
   * @param body ends with an exception where the answer breaks off
   */
  record Part(Optional<MediaRange> type, InputStream body) {}

  static Part first(HttpAnswer answer) throws IOException {
    Optional<MediaRange> type = parse(answer.header("Content-Type"));
    if (type.filter(MediaRange::isMultipartRelated).isEmpty()) {
      return new Part(type, closing(answer.body(), answer));
    }
    String boundary =
        type.get()
            .parameter("boundary")
            .orElseThrow(() -> new IOException("a multipart answer names no boundary"));
    MultipartPart part =
        new MultipartReader(answer.body(), boundary)
            .next()
            .orElseThrow(() -> new IOException("a multipart answer has no part"));
    return new Part(type(part, type.get()), closing(part.body(), answer));
  }

  private static Optional<MediaRange> type(MultipartPart part, MediaRange whole) {
    Optional<MediaRange> own = part.contentType();
    Optional<MediaRange> all = parse(whole.parameter("type"));
    return own.filter(type -> type.parameter("transfer-syntax").isPresent() || all.isEmpty())
        .or(() -> all);
  }

  private static Optional<MediaRange> parse(Optional<String> text) {
    try {
      return text.map(MediaRange::parse);
    } catch (IllegalArgumentException noMediaType) {
      return Optional.empty();
    }
  }

  private static InputStream closing(InputStream body, HttpAnswer answer) {
    return new FilterInputStream(body) {
      @Override
      public void close() throws IOException {
        answer.close();
      }
    };
  }
}
