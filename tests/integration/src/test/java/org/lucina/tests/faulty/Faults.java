package org.lucina.tests.faulty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Tells what is to go wrong: a folder with a file for each operation that is disturbed, which holds
 * how many milliseconds it is delayed, or {@code fail}.
 */
final class Faults {
  private static final String FAIL = "fail";

  private final Path control;

  Faults(Path control) {
    this.control = control;
  }

  /** Delays an operation, or lets it fail, if that is wanted now. */
  void at(String operation) throws IOException {
    String wanted;
    try {
      wanted = Files.readString(control.resolve(operation)).strip();
    } catch (NoSuchFileException undisturbed) {
      return;
    }
    if (wanted.equals(FAIL)) {
      throw new IOException(operation + " fails on command");
    }
    try {
      Thread.sleep(Long.parseLong(wanted));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
