package org.lucina.net.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds PDUs and their items, big endian, with lengths filled in afterwards. */
final class ItemWriter {
  private byte[] bytes = new byte[1024];
  private int length;

  ItemWriter u8(int value) {
    room(1);
    bytes[length++] = (byte) value;
    return this;
  }

  ItemWriter u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  ItemWriter u32(int value) {
    return u16(value >>> 16).u16(value);
  }

  ItemWriter zeros(int count) {
    room(count);
    length += count;
    return this;
  }

  ItemWriter raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  ItemWriter text(String value) {
    return raw(value.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Text with a 16-bit length before it. */
  ItemWriter sizedText(String value) {
    return u16(checked(value.length())).text(value);
  }

  /** Bytes with a 16-bit length before them. */
  ItemWriter sized(byte[] value) {
    return u16(checked(value.length)).raw(value);
  }

  /** An AE title: 16 bytes, padded with spaces. */
  ItemWriter title(String title) {
    if (title.length() > 16) {
      throw new IllegalArgumentException("AE title of more than 16 characters: " + title);
    }
    return text(title + " ".repeat(16 - title.length()));
  }

  /** A whole item of text. */
  ItemWriter item(int type, String text) {
    return u8(type).u8(0).sizedText(text);
  }

  /** Begins an item; the answer is for {@link #close}. */
  int open(int type) {
    u8(type).u8(0).u16(0);
    return length;
  }

  /** Ends an item. */
  void close(int start) {
    int size = checked(length - start);
    bytes[start - 2] = (byte) (size >>> 8);
    bytes[start - 1] = (byte) size;
  }

  /** A copy of the bytes. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** The bytes as a PDU of a type, header included. */
  byte[] toPdu(PduType type) {
    byte[] pdu = new byte[PduType.HEADER_LENGTH + length];
    pdu[0] = (byte) type.code();
    pdu[2] = (byte) (length >>> 24);
    pdu[3] = (byte) (length >>> 16);
    pdu[4] = (byte) (length >>> 8);
    pdu[5] = (byte) length;
    System.arraycopy(bytes, 0, pdu, PduType.HEADER_LENGTH, length);
    return pdu;
  }

  private static int checked(int size) {
    if (size > 0xFFFF) {
      throw new IllegalArgumentException("Item of " + size + " bytes, 65535 are possible");
    }
    return size;
  }

  private void room(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
