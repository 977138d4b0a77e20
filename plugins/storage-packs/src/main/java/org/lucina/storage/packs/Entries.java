package org.lucina.storage.packs;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Places and times of records, in order, 16 bytes each. */
final class Entries {
  /** Bytes of one in an index. */
  static final int SIZE = 16;

  private static final int FIRST = 64;

  private long[] values = new long[FIRST];
  private int used;

  /** Appends one. */
  void add(long offset, long time) {
    if (used == values.length) {
      values = Arrays.copyOf(values, used * 2);
    }
    values[used++] = offset;
    values[used++] = time;
  }

  /** Appends all of others. */
  void addAll(Entries others) {
    for (int i = 0; i < others.count(); i++) {
      add(others.offset(i), others.time(i));
    }
  }

  /** Forgets all. */
  void clear() {
    used = 0;
  }

  /** How many there are. */
  int count() {
    return used / 2;
  }

  /** Where a record begins. */
  long offset(int entry) {
    return values[2 * entry];
  }

  /** When a record was committed, microseconds since 1970. */
  long time(int entry) {
    return values[2 * entry + 1];
  }

  /** All of them, for an index. */
  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(count() * SIZE);
    bytes.asLongBuffer().put(values, 0, used);
    return bytes;
  }

  /** Appends what {@link #bytes} gave. */
  void read(ByteBuffer bytes) {
    while (bytes.remaining() >= SIZE) {
      add(bytes.getLong(), bytes.getLong());
    }
  }
}
