package org.lucina.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The encoded bytes of a value, as read, decoded only on access. */
public final class Bytes implements Value {
  private final byte[] array;
  private final int offset;
  private final int length;
  private final boolean bigEndian;

  private Bytes(byte[] array, int offset, int length, boolean bigEndian) {
    this.array = array;
    this.offset = offset;
    this.length = length;
    this.bigEndian = bigEndian;
  }

  /** A view on part of an array, which is not copied and must not change afterwards. */
  public static Bytes of(byte[] array, int offset, int length, boolean bigEndian) {
    return new Bytes(array, offset, length, bigEndian);
  }

  /** A little-endian view on an array, which is not copied and must not change afterwards. */
  public static Bytes of(byte[] array) {
    return new Bytes(array, 0, array.length, false);
  }

  /** Number of bytes. */
  public int length() {
    return length;
  }

  /** Whether numbers in it are big endian. */
  public boolean bigEndian() {
    return bigEndian;
  }

  @Override
  public boolean isEmpty() {
    return length == 0;
  }

  /** One byte; no check of the length beyond that of the array behind it. */
  public byte at(int index) {
    return array[offset + index];
  }

  /** Whether the other has the same bytes in the same byte order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && bigEndian == that.bigEndian
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    return buffer().hashCode();
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    byte[] copy = new byte[length];
    System.arraycopy(array, offset, copy, 0, length);
    return copy;
  }

  /** A read-only buffer in the byte order of the value. */
  public ByteBuffer buffer() {
    ByteBuffer view = ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
    return view.order(bigEndian ? java.nio.ByteOrder.BIG_ENDIAN : java.nio.ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes the bytes without copying them first. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(array, offset, length);
  }

  byte[] array() {
    return array;
  }

  int offset() {
    return offset;
  }
}
