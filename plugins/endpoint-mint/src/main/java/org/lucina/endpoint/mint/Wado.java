package org.lucina.endpoint.mint;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Reading;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;

/** Gets instances by WADO-URI (PS3.18 9), each when it is read. */
final class Wado {
  private static final String DICOM = "application/dicom";

  private final HttpPeer peer;
  private final Optional<String> transferSyntax;

  /**
   * Asks a server.
   *
   * @param transferSyntax in which objects are asked for, empty for what the server likes
   */
  Wado(HttpPeer peer, Optional<String> transferSyntax) {
    this.peer = peer;
    this.transferSyntax = transferSyntax;
  }

  /**
   * The file of an instance.
   *
   * @param instance with the UIDs of its study and series
   */
  Content file(Reference instance) {
    return Content.of(OptionalLong.empty(), () -> open(instance));
  }

  private InputStream open(Reference instance) throws IOException {
    HttpCall call = HttpCall.get(query(instance)).header("Accept", DICOM);
    HttpAnswer answer = Reading.of(() -> peer.send(call));
    String type = answer.header("Content-Type").orElse(DICOM).toLowerCase(Locale.ROOT);
    if (!type.startsWith(DICOM) && !type.startsWith("application/octet-stream")) {
      answer.close();
      throw new IOException(peer.address() + " answered no DICOM object but " + type);
    }
    return answer.body();
  }

  private String query(Reference instance) {
    return "?requestType=WADO&studyUID="
        + encode(instance.studyUid())
        + "&seriesUID="
        + encode(instance.seriesUid())
        + "&objectUID="
        + encode(instance.instanceUid())
        + "&contentType="
        + encode(Optional.of(DICOM))
        + transferSyntax.map(uid -> "&transferSyntax=" + encode(Optional.of(uid))).orElse("");
  }

  private static String encode(Optional<String> value) {
    return URLEncoder.encode(value.orElseThrow(), StandardCharsets.UTF_8);
  }
}
