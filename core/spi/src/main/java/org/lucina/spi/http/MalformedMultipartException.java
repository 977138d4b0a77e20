package org.lucina.spi.http;

import java.io.IOException;

/** A multipart body that breaks its own framing or a limit. */
public class MalformedMultipartException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public MalformedMultipartException(String message) {
    super(message);
  }
}
