package org.lucina.bench.client;

import java.nio.ByteBuffer;

/** Counts the bytes of a body that is one object. */
final class PlainBody implements BodyCounter {
  private long bytes;

  @Override
  public void accept(ByteBuffer chunk) {
    bytes += chunk.remaining();
    chunk.position(chunk.limit());
  }

  @Override
  public Tally end() {
    return new Tally(1, bytes);
  }
}
