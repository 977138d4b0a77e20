package org.lucina.dicom.io;

import org.lucina.dicom.HeaderForm;
import org.lucina.dicom.VR;

/** The header of the element at hand, used again for each one. */
final class ElementHeader {
  int tag;
  VR vr = VR.UN;
  HeaderForm form = HeaderForm.STANDARD;

  /** Bytes of the value, -1 when undefined. */
  long length;

  /** Byte of the source at which the value begins. */
  long valueOffset;

  /** Whether numbers of the value are big endian. */
  boolean bigEndian;
}
