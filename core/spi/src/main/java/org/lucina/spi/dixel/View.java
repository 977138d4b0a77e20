package org.lucina.spi.dixel;

/** What can be had of a dixel. */
public enum View {
  /** Attributes of its level and those above. */
  TAGS,
  /** What the endpoint knows besides: where from, when received, digests. */
  METADATA,
  /** The Part 10 file, of instances. */
  FILE,
  /** Frames of pixel data, of instances. */
  FRAMES,
  /** Text of the radiological report. */
  REPORT
}
