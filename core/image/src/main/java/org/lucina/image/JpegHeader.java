package org.lucina.image;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * What a JPEG stream says before its first scan (ISO 10918-1 B.2).
 *
 * @param process n of its marker SOFn
 * @param precision bits of a sample
 * @param rows of it
 * @param columns of it
 * @param identifiers of its components
 * @param subsampled whether later components have fewer samples than the first
 * @param jfif whether it has the marker of JFIF, whose colours are YCbCr
 * @param adobe the colour transform that Adobe's marker names
 */
record JpegHeader(
    int process,
    int precision,
    int rows,
    int columns,
    String identifiers,
    boolean subsampled,
    boolean jfif,
    OptionalInt adobe) {
  private static final int MARKER = 0xFF;
  private static final int START = 0xD8;
  private static final int SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP14 = 0xEE;
  private static final int ADOBE_LENGTH = 12;

  /** Reads it. */
  static JpegHeader read(byte[] stream) throws PixelDataException {
    int at = 2;
    if (stream.length < 4 || u8(stream, 0) != MARKER || u8(stream, 1) != START) {
      throw broken();
    }
    boolean jfif = false;
    OptionalInt adobe = OptionalInt.empty();
    int frame = -1;
    while (true) {
      while (u8(stream, at) == MARKER && u8(stream, at + 1) == MARKER) {
        at++;
      }
      int marker = u8(stream, at + 1);
      if (u8(stream, at) != MARKER) {
        throw broken();
      }
      if (marker == SCAN) {
        break;
      }
      int length = u16(stream, at + 2);
      if (length < 2) {
        throw broken();
      }
      if (isFrame(marker)) {
        frame = at;
      } else if (marker == APP0) {
        jfif |= begins(stream, at + 4, "JFIF");
      } else if (marker == APP14 && length > ADOBE_LENGTH && begins(stream, at + 4, "Adobe")) {
        adobe = OptionalInt.of(u8(stream, at + 2 + ADOBE_LENGTH + 1));
      }
      at += 2 + length;
    }
    if (frame < 0) {
      throw broken();
    }
    return of(stream, frame, jfif, adobe);
  }

  /** Markers of scans in a stream; within a scan none can be, but in other segments. */
  static int scans(byte[] stream) {
    int scans = 0;
    for (int at = 1; at < stream.length; at++) {
      if ((stream[at] & 0xFF) == SCAN && (stream[at - 1] & 0xFF) == MARKER) {
        scans++;
      }
    }
    return scans;
  }

  private static boolean isFrame(int marker) {
    boolean tables = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
    return marker >= 0xC0 && marker <= 0xCF && !tables;
  }

  private static JpegHeader of(byte[] stream, int at, boolean jfif, OptionalInt adobe)
      throws PixelDataException {
    int components = u8(stream, at + 9);
    StringBuilder identifiers = new StringBuilder();
    boolean subsampled = false;
    for (int i = 0; i < components; i++) {
      identifiers.append((char) u8(stream, at + 10 + 3 * i));
      subsampled |= u8(stream, at + 11 + 3 * i) != u8(stream, at + 11);
    }
    return new JpegHeader(
        u8(stream, at + 1) & 0x0F,
        u8(stream, at + 4),
        u16(stream, at + 5),
        u16(stream, at + 7),
        identifiers.toString(),
        subsampled,
        jfif,
        adobe);
  }

  int components() {
    return identifiers.length();
  }

  /**
   * Whether its components are luminance and colour rather than red, green and blue. Streams in
   * DICOM often have neither marker; what the data set says counts then.
   */
  boolean isYcc(Photometric said) {
    if (components() < 3 || identifiers.equals("RGB")) {
      return false;
    }
    if (adobe.isPresent()) {
      return adobe.getAsInt() != 0;
    }
    return jfif || subsampled || said != Photometric.RGB;
  }

  private static boolean begins(byte[] stream, int at, String text) {
    int end = at + text.length();
    return end <= stream.length
        && new String(stream, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }

  private static int u16(byte[] stream, int at) throws PixelDataException {
    return u8(stream, at) << 8 | u8(stream, at + 1);
  }

  private static int u8(byte[] stream, int at) throws PixelDataException {
    if (at >= stream.length) {
      throw broken();
    }
    return stream[at] & 0xFF;
  }

  private static PixelDataException broken() {
    return new PixelDataException("a frame is no JPEG stream");
  }
}
