package org.lucina.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import org.lucina.dicom.VR;

/** Receives a data set as a stream of events, in the order of its bytes. */
public interface DicomHandler {

  /**
   * A value. What of {@code value} is not read is skipped.
   *
   * @param length bytes of the value
   * @param offset byte of the source at which the value begins
   */
  void value(int tag, VR vr, long length, long offset, InputStream value) throws IOException;

  /** A sequence (SQ), or encapsulated pixel data (OB, OW), begins; length is -1 when undefined. */
  void startSequence(int tag, VR vr, long length) throws IOException;

  /** An item of the innermost sequence begins; length is -1 when undefined. */
  void startItem(long length) throws IOException;

  /** A fragment of encapsulated pixel data; the first one is the basic offset table. */
  void fragment(long length, long offset, InputStream value) throws IOException;

  /** The innermost item ends. */
  void endItem() throws IOException;

  /** The innermost sequence ends. */
  void endSequence() throws IOException;
}
