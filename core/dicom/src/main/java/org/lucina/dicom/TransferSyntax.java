package org.lucina.dicom;

/**
 * How a data set is encoded (PS3.5 10).
 *
 * @param uid its identifier
 * @param explicitVr whether headers name the VR
 * @param bigEndian whether numbers are big endian
 * @param deflated whether the data set is compressed as a whole (PS3.5 A.5)
 * @param encapsulated whether pixel data is in fragments (PS3.5 A.4)
 */
public record TransferSyntax(
    String uid, boolean explicitVr, boolean bigEndian, boolean deflated, boolean encapsulated) {

  public static final TransferSyntax IMPLICIT_LE =
      new TransferSyntax(UID.ImplicitVRLittleEndian, false, false, false, false);
  public static final TransferSyntax EXPLICIT_LE =
      new TransferSyntax(UID.ExplicitVRLittleEndian, true, false, false, false);
  public static final TransferSyntax EXPLICIT_BE =
      new TransferSyntax(UID.ExplicitVRBigEndian, true, true, false, false);
  public static final TransferSyntax DEFLATED_LE =
      new TransferSyntax(UID.DeflatedExplicitVRLittleEndian, true, false, true, false);

  /** A private syntax of GE: implicit little endian but for its pixel data. */
  private static final String GE_IMPLICIT = "1.2.840.113619.5.2";

  /**
   * The syntax of a UID. One that is not known, private ones included, is taken to be explicit
   * little endian with encapsulated pixel data, as every compressed one is (PS3.5 A.4).
   */
  public static TransferSyntax of(String uid) {
    return switch (uid) {
      case UID.ImplicitVRLittleEndian -> IMPLICIT_LE;
      case UID.ExplicitVRLittleEndian -> EXPLICIT_LE;
      case UID.ExplicitVRBigEndian -> EXPLICIT_BE;
      case UID.DeflatedExplicitVRLittleEndian -> DEFLATED_LE;
      case UID.JPIPReferencedDeflate, UID.JPIPHTJ2KReferencedDeflate ->
          new TransferSyntax(uid, true, false, true, false);
      case UID.Papyrus3ImplicitVRLittleEndian, GE_IMPLICIT ->
          new TransferSyntax(uid, false, false, false, false);
      default -> new TransferSyntax(uid, true, false, false, true);
    };
  }
}
