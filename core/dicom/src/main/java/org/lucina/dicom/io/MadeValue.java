package org.lucina.dicom.io;

import java.io.IOException;
import java.io.InputStream;

/** Makes the bytes of a value each time that a changed file is read. */
@FunctionalInterface
public interface MadeValue {

  /**
   * Makes them, as many as were announced, while they are read. A stream that skips without making
   * what is skipped lets others read the header alone at no cost.
   */
  InputStream open(OriginalValues original) throws IOException;
}
