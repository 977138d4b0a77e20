package org.lucina.endpoint.mock.image;

import java.util.function.ToIntFunction;

/** How magnetic resonance tells tissues apart. */
enum Weighting {
  T1("SE", 500, 12, 1, Tissue::t1),
  T2("SE", 4000, 100, 16, Tissue::t2),
  FLAIR("IR", 9000, 120, 16, tissue -> tissue == Tissue.FLUID ? 40 : tissue.t2()),
  DIFFUSION("EP", 5000, 90, 60, tissue -> tissue == Tissue.LESION ? 950 : tissue.t2() / 3);

  private final String sequence;
  private final int repetition;
  private final int echo;
  private final int train;
  private final ToIntFunction<Tissue> signal;

  Weighting(String sequence, int repetition, int echo, int train, ToIntFunction<Tissue> signal) {
    this.sequence = sequence;
    this.repetition = repetition;
    this.echo = echo;
    this.train = train;
    this.signal = signal;
  }

  /** Scanning Sequence. */
  String sequence() {
    return sequence;
  }

  /** Repetition Time in ms. */
  int repetition() {
    return repetition;
  }

  /** Echo Time in ms. */
  int echo() {
    return echo;
  }

  /** Echo Train Length. */
  int train() {
    return train;
  }

  /** Signal of a tissue, 0 to 1000. */
  int signal(Tissue tissue) {
    return signal.applyAsInt(tissue);
  }
}
