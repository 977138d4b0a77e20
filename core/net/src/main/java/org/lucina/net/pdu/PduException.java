package org.lucina.net.pdu;

import java.io.IOException;

/** A PDU that is not what PS3.8 asks for; to be answered by A-ABORT of the service-provider. */
public final class PduException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int reason;

  /**
   * Describes a fault.
   *
   * @param reason of the A-ABORT, a constant of {@link Abort}
   * @param problem what is wrong
   */
  public PduException(int reason, String problem) {
    super(problem);
    this.reason = reason;
  }

  /** A parameter whose value cannot be. */
  public static PduException invalid(String problem) {
    return new PduException(Abort.INVALID_PDU_PARAMETER_VALUE, problem);
  }

  /** The reason for the A-ABORT. */
  public int reason() {
    return reason;
  }
}
