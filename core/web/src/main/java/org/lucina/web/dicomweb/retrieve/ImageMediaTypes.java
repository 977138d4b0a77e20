package org.lucina.web.dicomweb.retrieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.UID;

/** The media types of compressed pixel data (PS3.18 Table 8.7.3-5). */
public final class ImageMediaTypes {
  /** Transfer syntaxes by media type; the first is meant when none is named. */
  private static final Map<String, List<String>> SYNTAXES =
      Map.of(
          "image/jpeg",
          List.of(
              UID.JPEGLosslessSV1, UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, UID.JPEGLossless),
          "image/dicom-rle",
          List.of(UID.RLELossless),
          "image/jls",
          List.of(UID.JPEGLSLossless, UID.JPEGLSNearLossless),
          "image/jp2",
          List.of(UID.JPEG2000Lossless, UID.JPEG2000),
          "image/jpx",
          List.of(UID.JPEG2000MCLossless, UID.JPEG2000MC),
          "image/jphc",
          List.of(UID.HTJ2KLossless, UID.HTJ2KLosslessRPCL, UID.HTJ2K),
          "image/jxl",
          List.of(UID.JPEGXLLossless, UID.JPEGXLJPEGRecompression, UID.JPEGXL),
          "video/mpeg",
          List.of(UID.MPEG2MPML, UID.MPEG2MPHL),
          "video/mp4",
          List.of(
              UID.MPEG4HP41,
              UID.MPEG4HP41BD,
              UID.MPEG4HP422D,
              UID.MPEG4HP423D,
              UID.MPEG4HP42STEREO),
          "video/h265",
          List.of(UID.HEVCMP51, UID.HEVCM10P51));

  /** Names that clients still use, of earlier editions or their own making. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "image/x-dicom-rle", "image/dicom-rle",
          "image/x-jls", "image/jls",
          "image/jhc", "image/jphc",
          "video/mpeg2", "video/mpeg");

  private ImageMediaTypes() {}

  /**
   * The media types of what is compressed in a transfer syntax, lower case: that of the standard,
   * then other names of it.
   */
  public static List<String> of(String transferSyntax) {
    Optional<String> standard =
        SYNTAXES.entrySet().stream()
            .filter(entry -> entry.getValue().contains(transferSyntax))
            .map(Map.Entry::getKey)
            .findFirst();
    List<String> names = new ArrayList<>(standard.stream().toList());
    ALIASES.forEach(
        (alias, name) -> {
          if (standard.filter(name::equals).isPresent()) {
            names.add(alias);
          }
        });
    return names;
  }

  /** The transfer syntax that a (lower-case) media type stands for when none is named. */
  public static Optional<String> defaultSyntax(String mediaType) {
    return Optional.ofNullable(SYNTAXES.get(ALIASES.getOrDefault(mediaType, mediaType)))
        .map(syntaxes -> syntaxes.get(0));
  }
}
