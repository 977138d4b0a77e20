package org.lucina.dicom;

import java.io.IOException;

/** Bytes that are no DICOM: says what is wrong, at which tag path and at which byte. */
public class DicomFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String tagPath;
  private final long offset;

  /**
   * Describes a fault.
   *
   * @param problem what is wrong and which limit it breaks
   * @param tagPath where in the data set, such as {@code (0008,1115)[2].(0008,1199)}, may be empty
   * @param offset byte of the stream at which reading stopped
   */
  public DicomFormatException(String problem, String tagPath, long offset) {
    super(problem + (tagPath.isEmpty() ? "" : " at " + tagPath) + ", byte " + offset);
    this.tagPath = tagPath;
    this.offset = offset;
  }

  /** Where in the data set, empty when at its root. */
  public String tagPath() {
    return tagPath;
  }

  /** Byte of the stream at which reading stopped. */
  public long offset() {
    return offset;
  }
}
