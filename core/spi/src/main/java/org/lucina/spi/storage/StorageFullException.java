package org.lucina.spi.storage;

import java.io.IOException;

/** There is no room for an object, or the storage cannot be written for now. */
public class StorageFullException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Describes what is full or not writable. */
  public StorageFullException(String message, Throwable cause) {
    super(message, cause);
  }
}
