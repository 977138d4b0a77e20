package org.lucina.dicom;

import java.util.Optional;

/** Value representations (PS3.5 6.2): how the value of a data element is encoded. */
public enum VR {
  AE(Kind.TEXT, 1, ' ', false),
  AS(Kind.TEXT, 1, ' ', false),
  AT(Kind.BINARY, 2, 0, false),
  CS(Kind.TEXT, 1, ' ', false),
  DA(Kind.TEXT, 1, ' ', false),
  DS(Kind.TEXT, 1, ' ', false),
  DT(Kind.TEXT, 1, ' ', false),
  FD(Kind.BINARY, 8, 0, false),
  FL(Kind.BINARY, 4, 0, false),
  IS(Kind.TEXT, 1, ' ', false),
  LO(Kind.CHARSET_TEXT, 1, ' ', false),
  LT(Kind.CHARSET_TEXT, 1, ' ', false),
  OB(Kind.BINARY, 1, 0, true),
  OD(Kind.BINARY, 8, 0, true),
  OF(Kind.BINARY, 4, 0, true),
  OL(Kind.BINARY, 4, 0, true),
  OV(Kind.BINARY, 8, 0, true),
  OW(Kind.BINARY, 2, 0, true),
  PN(Kind.CHARSET_TEXT, 1, ' ', false),
  SH(Kind.CHARSET_TEXT, 1, ' ', false),
  SL(Kind.BINARY, 4, 0, false),
  SQ(Kind.ITEMS, 1, 0, true),
  SS(Kind.BINARY, 2, 0, false),
  ST(Kind.CHARSET_TEXT, 1, ' ', false),
  SV(Kind.BINARY, 8, 0, true),
  TM(Kind.TEXT, 1, ' ', false),
  UC(Kind.CHARSET_TEXT, 1, ' ', true),
  UI(Kind.TEXT, 1, 0, false),
  UL(Kind.BINARY, 4, 0, false),
  UN(Kind.BINARY, 1, 0, true),
  UR(Kind.TEXT, 1, ' ', true),
  US(Kind.BINARY, 2, 0, false),
  UT(Kind.CHARSET_TEXT, 1, ' ', true),
  UV(Kind.BINARY, 8, 0, true);

  private enum Kind {
    TEXT,
    CHARSET_TEXT,
    BINARY,
    ITEMS
  }

  private static final VR[] BY_CODE = new VR[26 * 26];

  static {
    for (VR vr : values()) {
      BY_CODE[slot(vr.name().charAt(0), vr.name().charAt(1))] = vr;
    }
  }

  private final Kind kind;
  private final int unitLength;
  private final byte padding;
  private final boolean longForm;

  VR(Kind kind, int unitLength, int padding, boolean longForm) {
    this.kind = kind;
    this.unitLength = unitLength;
    this.padding = (byte) padding;
    this.longForm = longForm;
  }

  /** The VR written by two bytes of an explicit VR header, empty when they name none. */
  public static Optional<VR> of(int first, int second) {
    boolean letters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    return letters ? Optional.ofNullable(BY_CODE[slot(first, second)]) : Optional.empty();
  }

  private static int slot(int first, int second) {
    return (first - 'A') * 26 + second - 'A';
  }

  /** Whether the value is text of any kind. */
  public boolean isText() {
    return kind == Kind.TEXT || kind == Kind.CHARSET_TEXT;
  }

  /** Whether Specific Character Set (0008,0005) governs the text (PS3.5 6.1.2.3). */
  public boolean usesCharacterSet() {
    return kind == Kind.CHARSET_TEXT;
  }

  /** Whether backslash divides the text into values; false for LT, ST, UR and UT. */
  public boolean isMultiValuedText() {
    return isText() && this != LT && this != ST && this != UR && this != UT;
  }

  /** Bytes of one unit that changes with byte order; 1 where it does not matter. */
  public int unitLength() {
    return unitLength;
  }

  /** The byte that makes an odd value even. */
  public byte padding() {
    return padding;
  }

  /** Whether an explicit header has two reserved bytes and a 32-bit length (PS3.5 7.1.2). */
  public boolean isLongForm() {
    return longForm;
  }
}
