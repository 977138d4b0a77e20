package org.lucina.net;

import java.io.IOException;

/** An association that was rejected, aborted or broken off, with the peer's reason in words. */
public class AssociationException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Describes what ended it. */
  public AssociationException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Describes what ended it. */
  public AssociationException(String message) {
    super(message);
  }
}
