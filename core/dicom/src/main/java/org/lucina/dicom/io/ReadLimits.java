package org.lucina.dicom.io;

/**
 * What a reader accepts from a stranger.
 *
 * @param depth nested sequences at most
 * @param elements data elements of one data set at most, nested ones counted
 * @param valueLength bytes of a value that is held in memory at most; longer ones are bulk data
 * @param heldBytes bytes of heap at most for all values that are held, with what each element and
 *     item takes beside
 */
public record ReadLimits(int depth, int elements, int valueLength, long heldBytes) {

  /**
   * Fits every object seen in practice: depth 64, 5 million elements, values of 64 MiB, 512 MiB in
   * all.
   */
  public static final ReadLimits DEFAULT = new ReadLimits(64, 5_000_000, 64 << 20, 512L << 20);
}
