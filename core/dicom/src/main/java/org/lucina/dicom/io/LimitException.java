package org.lucina.dicom.io;

import java.io.IOException;

/** Thrown by a sink that has been given too much; the parser adds where that was. */
final class LimitException extends IOException {
  private static final long serialVersionUID = 1L;

  LimitException(String message) {
    super(message);
  }
}
