package org.lucina.net;

import org.lucina.dicom.io.DicomWriter;

/** How this toolkit names itself in associations, as it does in files (PS3.7 D.3.3.2). */
final class Implementation {
  static final String CLASS_UID = DicomWriter.IMPLEMENTATION_CLASS_UID;
  static final String VERSION_NAME = DicomWriter.IMPLEMENTATION_VERSION_NAME;
  static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

  private Implementation() {}
}
