package org.lucina.archive.pipeline.step;

import org.lucina.spi.dixel.Dixel;

/** Makes another dixel of one, on the way of an event. Thread-safe. */
interface DixelChange {

  /** Whether only instances can be changed, by their files, and what is above follows from them. */
  boolean needsInstances();

  /** Makes it; lazily, as far as that is possible. */
  Dixel change(Dixel dixel) throws StepException;
}
