package org.lucina.net.pdu;

/**
 * A-ABORT (PS3.8 9.3.8).
 *
 * @param source 0 service-user, 2 service-provider
 * @param reason why the service-provider aborted; 0 with another source
 */
public record Abort(int source, int reason) {
  public static final int SERVICE_USER = 0;
  public static final int SERVICE_PROVIDER = 2;

  public static final int REASON_NOT_SPECIFIED = 0;
  public static final int UNRECOGNIZED_PDU = 1;
  public static final int UNEXPECTED_PDU = 2;
  public static final int UNRECOGNIZED_PDU_PARAMETER = 4;
  public static final int UNEXPECTED_PDU_PARAMETER = 5;
  public static final int INVALID_PDU_PARAMETER_VALUE = 6;

  /** What it says, in words. */
  public String describe() {
    if (source != SERVICE_PROVIDER) {
      return "A-ABORT by the peer's service-user";
    }
    String why =
        switch (reason) {
          case REASON_NOT_SPECIFIED -> "reason not specified";
          case UNRECOGNIZED_PDU -> "unrecognized PDU";
          case UNEXPECTED_PDU -> "unexpected PDU";
          case UNRECOGNIZED_PDU_PARAMETER -> "unrecognized PDU parameter";
          case UNEXPECTED_PDU_PARAMETER -> "unexpected PDU parameter";
          case INVALID_PDU_PARAMETER_VALUE -> "invalid PDU parameter value";
          default -> "reason " + reason;
        };
    return "A-ABORT by the peer's service-provider: " + why;
  }
}
