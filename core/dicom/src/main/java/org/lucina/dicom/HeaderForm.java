package org.lucina.dicom;

/**
 * How the header of an element was written where that is not what its VR prescribes.
 *
 * <p>Kept so that an unchanged element is written as it was read. A sequence whose form names UN
 * holds its items in Implicit VR Little Endian (PS3.5 6.2.2).
 *
 * @param vrCode the two bytes in place of the VR, the first one in bits 8 to 15; 0 for the VR's own
 * @param longForm whether two reserved bytes and a 32-bit length followed
 */
public record HeaderForm(int vrCode, boolean longForm) {

  /** As the VR prescribes. */
  public static final HeaderForm STANDARD = new HeaderForm(0, false);

  /** A sequence written as UN, its items in Implicit VR Little Endian. */
  public static final HeaderForm UNKNOWN_SEQUENCE = of(VR.UN);

  /** The form that a VR prescribes, for an element of another VR. */
  public static HeaderForm of(VR vr) {
    return new HeaderForm(vr.name().charAt(0) << 8 | vr.name().charAt(1), vr.isLongForm());
  }

  /** Whether other bytes than the VR's stand in its place. */
  public boolean hasOwnVr() {
    return vrCode != 0;
  }

  /** Whether the items of a sequence of this form are in Implicit VR Little Endian. */
  public boolean isUnknownSequence() {
    return vrCode == UNKNOWN_SEQUENCE.vrCode;
  }
}
