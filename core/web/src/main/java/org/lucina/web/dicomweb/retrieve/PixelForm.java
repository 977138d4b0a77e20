package org.lucina.web.dicomweb.retrieve;

import java.util.Optional;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.web.http.Accept;
import org.lucina.web.http.MediaRange;

/**
 * How frames go out: as they are stored, compressed ones as code streams (PS3.18 8.7.3.3).
 *
 * @param multipart whether each frame is a part; else the body is the only one
 * @param mediaType media type of a frame
 * @param transferSyntax transfer syntax of a frame
 */
record PixelForm(boolean multipart, String mediaType, String transferSyntax) {
  private static final String OCTETS = "application/octet-stream";
  private static final String ANY = "*";

  /** The Content-Type of a frame. */
  String contentType() {
    return mediaType + "; transfer-syntax=" + transferSyntax;
  }

  /**
   * The form that a client wants most.
   *
   * @param stored transfer syntax in which the object is stored
   * @param single whether one frame is asked for, which can go out without multipart
   */
  static PixelForm choose(Accept accept, String stored, boolean single) {
    boolean compressed = TransferSyntax.of(stored).encapsulated();
    String image = compressed ? ImageMediaTypes.of(stored).orElse(OCTETS) : OCTETS;
    String syntax = compressed ? stored : UID.ExplicitVRLittleEndian;
    return accept.ranges().stream()
        .map(range -> of(range, image, syntax, compressed, single))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                accept.refusal(
                    "multipart/related; type=\"" + image + "\"; transfer-syntax=" + syntax));
  }

  private static Optional<PixelForm> of(
      MediaRange range, String image, String syntax, boolean compressed, boolean single) {
    boolean multipart = range.isMultipartRelated() || range.name().equals("*/*");
    if (!multipart && !single) {
      return Optional.empty();
    }
    String asked = range.parameter("transfer-syntax").orElse("");
    boolean syntaxFits = asked.equals(ANY) || asked.equals(syntax);
    boolean takesImage =
        range.name().equals("*/*") || (multipart ? range.takesPartsOf(image) : range.takes(image));
    if (takesImage && (syntaxFits || asked.isEmpty())) {
      return Optional.of(new PixelForm(multipart, image, syntax));
    }
    boolean takesOctets = multipart ? range.takesPartsOf(OCTETS) : range.takes(OCTETS);
    if (compressed && takesOctets && syntaxFits) {
      return Optional.of(new PixelForm(multipart, OCTETS, syntax));
    }
    return Optional.empty();
  }
}
