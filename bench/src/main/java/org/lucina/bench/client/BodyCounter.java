package org.lucina.bench.client;

/** Counts what a body holds while it passes by. */
interface BodyCounter {

  /** Takes the next bytes, which begin an array. */
  void accept(byte[] chunk, int length);

  /**
   * What there was.
   *
   * @throws WrongAnswerException when the body ended too soon
   */
  Tally end();
}
