package org.lucina.web.dicomweb;

import java.util.Optional;
import org.lucina.spi.http.MediaRange;
import org.lucina.spi.http.MultipartWriter;
import org.lucina.web.http.Accept;

/** How data sets are written: as an array of the JSON model or as parts of XML documents. */
public enum DataSetForm {
  JSON("application/dicom+json"),
  PLAIN_JSON("application/json"),
  XML("application/dicom+xml");

  private final String mediaType;

  DataSetForm(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Media type of the array, or of each part. */
  public String mediaType() {
    return mediaType;
  }

  /** The Content-Type of a response with several data sets. */
  public String contentType(String boundary) {
    return this == XML ? MultipartWriter.contentType(mediaType, boundary) : mediaType;
  }

  /** The form that a client wants most; 406 when it takes none (PS3.18 8.7.5). */
  public static DataSetForm choose(Accept accept) {
    return accept.ranges().stream()
        .map(DataSetForm::of)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                accept.refusal(
                    "application/dicom+json, application/json and multipart/related;"
                        + " type=\"application/dicom+xml\""));
  }

  private static Optional<DataSetForm> of(MediaRange range) {
    if (range.takes(JSON.mediaType)) {
      return Optional.of(JSON);
    }
    if (range.takes(PLAIN_JSON.mediaType)) {
      return Optional.of(PLAIN_JSON);
    }
    return range.takesPartsOf(XML.mediaType) ? Optional.of(XML) : Optional.empty();
  }
}
