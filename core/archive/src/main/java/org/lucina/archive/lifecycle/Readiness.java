package org.lucina.archive.lifecycle;

/** Tells whether the archive can be used: storage there, index recovered. Thread-safe and cheap. */
public interface Readiness {

  /** Whether requests are served; while not, HTTP answers 503 and DICOM listeners are closed. */
  boolean ready();
}
