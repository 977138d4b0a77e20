package org.lucina.dicom.json;

import java.util.List;
import java.util.Optional;

/**
 * The files of which DCMTK 3.6.7 and this toolkit have different JSON, and why.
 *
 * @param refusal why DCMTK gives no JSON at all
 * @param paths beginnings of paths that differ
 * @param reason why they do
 */
record DcmtkExceptions(Optional<String> refusal, List<String> paths, String reason) {

  private static final String NO_KANJI =
      "the iconv of this machine may lack JIS X 0208; pydicom is the reference for these files";
  private static final String UNDEFINED_TERM = "DCMTK does not know the spelling ISO-IR 100";

  static DcmtkExceptions of(String file) {
    return switch (file) {
      case "derived/charset_latin1_undeclared.dcm" ->
          refused("umlauts without Specific Character Set, which are read as ISO 8859-1 here");
      case "dicomParser/IM00001.fragmented_no_bot_jpeg_baseline.50.dcm",
          "dicomParser/IM00001.implicit_little_endian.dcm" ->
          refused(UNDEFINED_TERM);
      case "fo-dicom/GH133.dcm" ->
          refused("encapsulated pixel data in icon images has no inline form in JSON");
      case "pydicom-data/explicit_VR-UN.dcm" ->
          refused("DCMTK reads Specific Character Set of VR UN as ten numbers");
      case "python3-pydicom/J2K_pixelrep_mismatch.dcm",
          "python3-pydicom/chrH31.dcm",
          "python3-pydicom/chrH32.dcm",
          "python3-pydicom/chrJapMulti.dcm",
          "python3-pydicom/chrJapMultiExplicitIR6.dcm",
          "python3-pydicom/chrSQEncoding1.dcm" ->
          refused(NO_KANJI);
      case "python3-pydicom/chrSQEncoding.dcm" ->
          differing(
              "DCMTK does not convert an item with a character set of its own to UTF-8",
              "/00321064/Value[0]/00100010/");
      case "derived/malformed/meta_grouplen_wrong.dcm" ->
          differing("DCMTK takes the whole data set for File Meta Information", "/");
      case "python3-pydicom/meta_missing_tsyntax.dcm", "python3-pydicom/nested_priv_SQ.dcm" ->
          differing(
              "DCMTK makes the odd length of the stored value even",
              "/00010001/Value[0]/00010002/InlineBinary: TmVzdGVkIFNRAA==");
      default -> new DcmtkExceptions(Optional.empty(), List.of(), "no difference is known");
    };
  }

  private static DcmtkExceptions refused(String reason) {
    return new DcmtkExceptions(Optional.of(reason), List.of(), reason);
  }

  private static DcmtkExceptions differing(String reason, String... paths) {
    return new DcmtkExceptions(Optional.empty(), List.of(paths), reason);
  }

  /** Whether a difference, which begins with its path, is explained. */
  boolean explain(String difference) {
    return paths.stream().anyMatch(difference::startsWith);
  }
}
