package org.lucina.net;

import java.util.Arrays;
import java.util.Optional;

/** The request commands of DIMSE-C and DIMSE-N with their codes (PS3.7 E.1). */
public enum DimseCommand {
  C_STORE(0x0001),
  C_GET(0x0010),
  C_FIND(0x0020),
  C_MOVE(0x0021),
  C_ECHO(0x0030),
  N_EVENT_REPORT(0x0100),
  N_GET(0x0110),
  N_SET(0x0120),
  N_ACTION(0x0130),
  N_CREATE(0x0140),
  N_DELETE(0x0150),
  C_CANCEL(0x0FFF);

  /** Set in the code of a response. */
  static final int RESPONSE = 0x8000;

  private final int code;

  DimseCommand(int code) {
    this.code = code;
  }

  /** The command of a code, empty when the standard knows none. */
  static Optional<DimseCommand> of(int code) {
    return Arrays.stream(values()).filter(command -> command.code == code).findFirst();
  }

  /** Whether it is a DIMSE-N operation or notification, whose object is a Requested one. */
  boolean isNormalized() {
    return code >= N_EVENT_REPORT.code && this != C_CANCEL;
  }

  /** Command Field (0000,0100) of the request. */
  public int code() {
    return code;
  }
}
