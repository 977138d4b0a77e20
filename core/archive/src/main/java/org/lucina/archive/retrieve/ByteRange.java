package org.lucina.archive.retrieve;

/**
 * Bytes of a data set.
 *
 * @param offset the first, counted from its beginning
 * @param length how many
 */
record ByteRange(long offset, long length) {}
