package org.lucina.bench.client;

import java.nio.ByteBuffer;

/** Counts what a body holds while it passes by. */
interface BodyCounter {

  /** Takes the next bytes, all of them. */
  void accept(ByteBuffer chunk);

  /**
   * What there was.
   *
   * @throws WrongAnswerException when the body ended too soon
   */
  Tally end();
}
