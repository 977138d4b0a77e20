package org.lucina.endpoint.csv;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Where in the file the row of an identifier begins: some 30 bytes of memory a row, since hashes
 * stand for identifiers and the file itself is asked whether a row is the right one.
 */
final class RowIndex {
  private static final long EMPTY = -1;

  private long[] hashes;
  private long[] starts;
  private int size;

  RowIndex() {
    allocate(1024);
  }

  /** Tells whether the row at a place is the one that is looked for. */
  @FunctionalInterface
  interface Check {
    boolean isAt(long start) throws IOException;
  }

  void add(String identifier, long start) {
    if (size * 2 >= starts.length) {
      grow();
    }
    insert(hash(identifier), start);
    size++;
  }

  /** The first row that was added under an identifier. */
  OptionalLong find(String identifier, Check check) throws IOException {
    long hash = hash(identifier);
    for (int slot = slot(hash); starts[slot] != EMPTY; slot = following(slot)) {
      if (hashes[slot] == hash && check.isAt(starts[slot])) {
        return OptionalLong.of(starts[slot]);
      }
    }
    return OptionalLong.empty();
  }

  int size() {
    return size;
  }

  private void insert(long hash, long start) {
    int slot = slot(hash);
    while (starts[slot] != EMPTY) {
      slot = following(slot);
    }
    hashes[slot] = hash;
    starts[slot] = start;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldStarts = starts;
    allocate(Math.multiplyExact(starts.length, 2));
    for (int slot = 0; slot < oldStarts.length; slot++) {
      if (oldStarts[slot] != EMPTY) {
        insert(oldHashes[slot], oldStarts[slot]);
      }
    }
  }

  private void allocate(int slots) {
    hashes = new long[slots];
    starts = new long[slots];
    Arrays.fill(starts, EMPTY);
  }

  private int slot(long hash) {
    return (int) (hash & starts.length - 1);
  }

  private int following(int slot) {
    return slot + 1 & starts.length - 1;
  }

  /** FNV-1a of the characters, its bits mixed so that the low ones depend on all. */
  private static long hash(String identifier) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < identifier.length(); i++) {
      hash = (hash ^ identifier.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    return hash ^ hash >>> 33;
  }
}
