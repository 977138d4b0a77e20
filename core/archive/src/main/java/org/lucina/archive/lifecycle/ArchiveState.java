package org.lucina.archive.lifecycle;

/** Tells whether the archive can serve: its storage is there and the index is up to date. */
public interface ArchiveState {

  /** Whether requests are served now; while not, HTTP answers 503 and the listeners are closed. */
  boolean isReady();
}
