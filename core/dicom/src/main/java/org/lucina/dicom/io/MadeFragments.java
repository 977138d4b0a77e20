package org.lucina.dicom.io;

import java.io.IOException;
import java.util.Optional;

/** Makes the fragments of encapsulated pixel data each time that a changed file is read. */
@FunctionalInterface
public interface MadeFragments {

  /** Begins with the first one. */
  Supply open(OriginalValues original) throws IOException;

  /** Makes fragments one after another. */
  @FunctionalInterface
  interface Supply {
    /** The next one, empty after the last. One of an odd length is padded with a zero. */
    Optional<byte[]> next() throws IOException;
  }
}
