package org.lucina.dicom.fuzz;

import org.lucina.dicom.io.ReadLimits;

/** What the parsers may take in fuzz tests: so little that the JVM's heap can be small. */
final class Limits {
  static final ReadLimits SMALL = new ReadLimits(16, 20_000, 1 << 20, 8 << 20);

  private Limits() {}
}
