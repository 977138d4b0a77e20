package org.lucina.dicom.xml;

import java.util.List;
import java.util.Optional;

/**
 * The files of which DCMTK 3.6.7 and this toolkit have different XML, and why.
 *
 * @param refusal why DCMTK gives no XML at all
 * @param paths beginnings of paths that differ
 * @param reason why they do
 */
record XmlExceptions(Optional<String> refusal, List<String> paths, String reason) {

  static XmlExceptions of(String file) {
    return switch (file) {
      case "derived/charset_latin1_undeclared.dcm" ->
          refused("umlauts without Specific Character Set, which are read as ISO 8859-1 here");
      case "dicomParser/IM00001.fragmented_no_bot_jpeg_baseline.50.dcm",
          "dicomParser/IM00001.implicit_little_endian.dcm" ->
          refused("DCMTK does not know the spelling ISO-IR 100");
      case "pydicom-data/explicit_VR-UN.dcm" ->
          refused("DCMTK reads Specific Character Set of VR UN as ten numbers");
      case "python3-pydicom/J2K_pixelrep_mismatch.dcm",
          "python3-pydicom/chrH31.dcm",
          "python3-pydicom/chrH32.dcm",
          "python3-pydicom/chrJapMulti.dcm",
          "python3-pydicom/chrJapMultiExplicitIR6.dcm",
          "python3-pydicom/chrSQEncoding1.dcm" ->
          refused("the iconv of this machine may lack JIS X 0208");
      case "python3-pydicom/chrSQEncoding.dcm" ->
          refused("DCMTK takes the character set of an item for that of its data set");
      case "python3-pydicom/chrX1.dcm", "python3-pydicom/chrX2.dcm" ->
          differing(
              "DCMTK repeats the ideographic group where the phonetic one is empty",
              "/00100010/PersonName1/Phonetic/");
      case "derived/malformed/meta_grouplen_wrong.dcm" ->
          differing("DCMTK takes the whole data set for File Meta Information", "/");
      case "python3-pydicom/meta_missing_tsyntax.dcm", "python3-pydicom/nested_priv_SQ.dcm" ->
          differing(
              "DCMTK makes the odd length of the stored value even",
              "/00010001/Item1/00010002/InlineBinary:");
      default ->
          file.contains("/DICOMDIR")
              ? refused("DCMTK writes no Native DICOM Model of directory records")
              : differing("no difference is known");
    };
  }

  private static XmlExceptions refused(String reason) {
    return new XmlExceptions(Optional.of(reason), List.of(), reason);
  }

  private static XmlExceptions differing(String reason, String... paths) {
    return new XmlExceptions(Optional.empty(), List.of(paths), reason);
  }

  /** Whether a difference, which begins with its path, is explained. */
  boolean explain(String difference) {
    return paths.stream().anyMatch(difference::startsWith);
  }
}
