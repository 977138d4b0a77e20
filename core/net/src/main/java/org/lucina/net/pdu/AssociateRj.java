package org.lucina.net.pdu;

/**
 * A-ASSOCIATE-RJ (PS3.8 9.3.4).
 *
 * @param result 1 permanent, 2 transient
 * @param source 1 service-user, 2 service-provider (ACSE), 3 service-provider (presentation)
 * @param reason by source
 */
public record AssociateRj(int result, int source, int reason) {
  public static final AssociateRj APPLICATION_CONTEXT = new AssociateRj(1, 1, 2);
  public static final AssociateRj PROTOCOL_VERSION = new AssociateRj(1, 2, 2);

  /** What it says, in words. */
  public String describe() {
    return "association rejected "
        + (result == 2 ? "transiently" : "permanently")
        + ": "
        + switch (source * 16 + reason) {
          case 0x12 -> "application context name not supported";
          case 0x13 -> "calling AE title not recognized";
          case 0x17 -> "called AE title not recognized";
          case 0x22 -> "protocol version not supported";
          case 0x31 -> "temporary congestion";
          case 0x32 -> "local limit exceeded";
          default -> "no reason given (source " + source + ", reason " + reason + ")";
        };
  }
}
