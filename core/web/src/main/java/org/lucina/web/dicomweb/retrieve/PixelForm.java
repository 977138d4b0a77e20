package org.lucina.web.dicomweb.retrieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.spi.http.MediaRange;
import org.lucina.web.http.Accept;

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
  private static final String ANYTHING = "*/*";

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
    List<String> names = new ArrayList<>(compressed ? ImageMediaTypes.of(stored) : List.of());
    names.add(OCTETS);
    String syntax = compressed ? stored : UID.ExplicitVRLittleEndian;
    return accept.ranges().stream()
        .filter(range -> isMultipart(range) || single)
        .flatMap(range -> names.stream().flatMap(name -> of(range, name, syntax).stream()))
        .findFirst()
        .orElseThrow(
            () ->
                accept.refusal(
                    "multipart/related; type=\"" + names.get(0) + "\"; transfer-syntax=" + syntax));
  }

  private static boolean isMultipart(MediaRange range) {
    return range.isMultipartRelated() || range.name().equals(ANYTHING);
  }

  private static Optional<PixelForm> of(MediaRange range, String mediaType, String syntax) {
    boolean multipart = isMultipart(range);
    boolean anything = range.name().equals(ANYTHING);
    boolean typeFits =
        anything || (multipart ? range.takesPartsOf(mediaType) : range.takes(mediaType));
    Optional<String> asked = range.parameter("transfer-syntax");
    boolean syntaxFits =
        asked.isPresent()
            ? asked.get().equals(ANY) || asked.get().equals(syntax)
            // octets of which nothing is said are not compressed
            : anything || !mediaType.equals(OCTETS) || syntax.equals(UID.ExplicitVRLittleEndian);
    return typeFits && syntaxFits
        ? Optional.of(new PixelForm(multipart, mediaType, syntax))
        : Optional.empty();
  }
}
