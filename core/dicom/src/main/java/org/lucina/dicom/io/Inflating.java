package org.lucina.dicom.io;

import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Inflates the data set of a deflated syntax (PS3.5 A.5). */
final class Inflating {

  private Inflating() {}

  static Input of(Input deflated) {
    Inflater inflater = new Inflater(true);
    return new Input(
        new InflaterInputStream(deflated.rest(), inflater, 8192), deflated.position(), -1, false);
  }
}
