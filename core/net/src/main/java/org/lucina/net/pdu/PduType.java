package org.lucina.net.pdu;

import java.util.Optional;

/** The kinds of PDU with their type byte (PS3.8 9.3.1). */
public enum PduType {
  ASSOCIATE_RQ(0x01),
  ASSOCIATE_AC(0x02),
  ASSOCIATE_RJ(0x03),
  P_DATA_TF(0x04),
  RELEASE_RQ(0x05),
  RELEASE_RP(0x06),
  ABORT(0x07);

  /** Bytes of the header: type, reserved, length. */
  public static final int HEADER_LENGTH = 6;

  private static final PduType[] BY_CODE = new PduType[8];

  static {
    for (PduType type : values()) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;

  PduType(int code) {
    this.code = code;
  }

  /** The type of a type byte, empty when the standard knows none. */
  public static Optional<PduType> of(int code) {
    return code > 0 && code < BY_CODE.length ? Optional.of(BY_CODE[code]) : Optional.empty();
  }

  /** The type byte. */
  public int code() {
    return code;
  }
}
