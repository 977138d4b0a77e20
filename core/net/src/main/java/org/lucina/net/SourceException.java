package org.lucina.net;

import java.io.IOException;

/** The source of what is being sent has failed, not the connection; the cause tells how. */
final class SourceException extends IOException {
  private static final long serialVersionUID = 1L;
  private final IOException fault;

  SourceException(IOException fault) {
    super(fault);
    this.fault = fault;
  }

  /** The failure of the source. */
  IOException fault() {
    return fault;
  }
}
