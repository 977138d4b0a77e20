package org.lucina.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import org.lucina.dicom.BulkData;

/**
 * The bulk values of the file that another is made from, while that one is read. Reading them in
 * the order in which they lie goes through the file once; any other order opens it anew.
 */
@FunctionalInterface
public interface OriginalValues {

  /**
   * Reads a value, in the byte order of the original; closing it is not needed.
   *
   * @param value as it stood in the data set that was read
   */
  InputStream open(BulkData value) throws IOException;
}
