package org.lucina.dicom.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts data sets together byte by byte, faults included. */
final class Encoded {
  static final long UNDEFINED = 0xFFFFFFFFL;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean explicit;
  private final boolean bigEndian;

  private Encoded(boolean explicit, boolean bigEndian) {
    this.explicit = explicit;
    this.bigEndian = bigEndian;
  }

  static Encoded explicit() {
    return new Encoded(true, false);
  }

  static Encoded bigEndian() {
    return new Encoded(true, true);
  }

  static Encoded implicit() {
    return new Encoded(false, false);
  }

  /** Preamble, prefix and a Transfer Syntax UID. */
  static Encoded file(String syntax) {
    Encoded file = explicit().bytes(new byte[128]).text("DICM");
    return syntax.isEmpty() ? file : file.text(0x00020010, "UI", syntax);
  }

  Encoded text(int tag, String vr, String value) {
    String padded = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
    return header(tag, vr, padded.length()).text(padded);
  }

  Encoded header(int tag, String vr, long length) {
    tag(tag);
    if (!explicit) {
      return u32(length);
    }
    text(vr);
    boolean longForm = "OB OW SQ UN UT ZZ".contains(vr);
    return longForm ? u16(0).u32(length) : u16((int) length);
  }

  Encoded item(long length) {
    return tag(0xFFFEE000).u32(length);
  }

  Encoded itemEnd() {
    return tag(0xFFFEE00D).u32(0);
  }

  Encoded sequenceEnd() {
    return tag(0xFFFEE0DD).u32(0);
  }

  Encoded bytes(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Encoded add(Encoded other) {
    return bytes(other.toArray());
  }

  private Encoded text(String text) {
    return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Encoded tag(int tag) {
    return u16(tag >>> 16).u16(tag);
  }

  private Encoded u16(int value) {
    out.write(bigEndian ? value >>> 8 : value);
    out.write(bigEndian ? value : value >>> 8);
    return this;
  }

  private Encoded u32(long value) {
    int bits = (int) value;
    return bigEndian ? u16(bits >>> 16).u16(bits) : u16(bits).u16(bits >>> 16);
  }

  int size() {
    return out.size();
  }

  byte[] toArray() {
    return out.toByteArray();
  }
}
