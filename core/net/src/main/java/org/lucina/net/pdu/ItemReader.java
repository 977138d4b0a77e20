package org.lucina.net.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads PDUs and their items, big endian, never beyond their end. */
final class ItemReader {
  private final byte[] bytes;
  private final int end;
  private int position;

  ItemReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  boolean hasMore() {
    return position < end;
  }

  int remaining() {
    return end - position;
  }

  int u8() throws PduException {
    need(1);
    return bytes[position++] & 0xFF;
  }

  int u16() throws PduException {
    return u8() << 8 | u8();
  }

  int u32() throws PduException {
    return u16() << 16 | u16();
  }

  ItemReader skip(int count) throws PduException {
    need(count);
    position += count;
    return this;
  }

  byte[] raw(int count) throws PduException {
    need(count);
    position += count;
    return Arrays.copyOfRange(bytes, position - count, position);
  }

  /** Text without the spaces and zero bytes around it, which peers use as padding. */
  String text(int count) throws PduException {
    String text = new String(raw(count), StandardCharsets.ISO_8859_1);
    int from = 0;
    int to = text.length();
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    return text.substring(from, to);
  }

  /** All that is left, as text. */
  String text() throws PduException {
    return text(remaining());
  }

  String sizedText() throws PduException {
    return text(u16());
  }

  byte[] sized() throws PduException {
    return raw(u16());
  }

  /** A reader for the next bytes, which this one skips. */
  ItemReader part(int count) throws PduException {
    need(count);
    position += count;
    return new ItemReader(bytes, position - count, position);
  }

  private void need(int count) throws PduException {
    if (count > end - position) {
      throw PduException.invalid(
          "Item length " + count + " at byte " + position + " where " + remaining() + " are left");
    }
  }
}
