package org.lucina.bench.client;

/** Counts the bytes of a body that is one object. */
final class PlainBody implements BodyCounter {
  private long bytes;

  @Override
  public void accept(byte[] chunk, int length) {
    bytes += length;
  }

  @Override
  public Tally end() {
    return new Tally(1, bytes);
  }
}
