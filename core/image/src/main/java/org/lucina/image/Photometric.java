package org.lucina.image;

import java.util.Arrays;
import java.util.Optional;

/** Photometric Interpretation (PS3.3 C.7.6.3.1.2): what samples mean. */
public enum Photometric {
  MONOCHROME1("MONOCHROME1", 1),
  MONOCHROME2("MONOCHROME2", 1),
  PALETTE_COLOR("PALETTE COLOR", 1),
  RGB("RGB", 3),
  YBR_FULL("YBR_FULL", 3),
  /** Two pixels share their colour; not so where it was written by mistake. */
  YBR_FULL_422("YBR_FULL_422", 3),
  /** The same, luminance from 16 on; retired. */
  YBR_PARTIAL_422("YBR_PARTIAL_422", 3),
  /** Of video. */
  YBR_PARTIAL_420("YBR_PARTIAL_420", 3),
  /** Of JPEG 2000. */
  YBR_ICT("YBR_ICT", 3),
  /** Of JPEG 2000, lossless. */
  YBR_RCT("YBR_RCT", 3);

  private final String term;
  private final int samples;

  Photometric(String term, int samples) {
    this.term = term;
    this.samples = samples;
  }

  /** What data sets call it. */
  public String term() {
    return term;
  }

  /** Samples of a pixel. */
  public int samples() {
    return samples;
  }

  /** Whether each two pixels of a row share their colour in native pixel data. */
  boolean isSubsampled() {
    return this == YBR_FULL_422 || this == YBR_PARTIAL_422;
  }

  /** The one that a data set calls so. */
  public static Optional<Photometric> of(String term) {
    return Arrays.stream(values()).filter(it -> it.term.equals(term.strip())).findFirst();
  }
}
