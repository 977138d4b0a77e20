package org.lucina.dicom.io;

/** Turns the bytes of numbers round. */
final class ByteSwap {

  private ByteSwap() {}

  /** Swaps whole units in place; what is left over at the end stays. */
  static void swap(byte[] bytes, int count, int unit) {
    for (int start = 0; start + unit <= count; start += unit) {
      for (int low = start, high = start + unit - 1; low < high; low++, high--) {
        byte kept = bytes[low];
        bytes[low] = bytes[high];
        bytes[high] = kept;
      }
    }
  }
}
