package org.lucina.net;

import java.io.IOException;
import org.lucina.net.pdu.Abort;
import org.lucina.net.pdu.PduException;

/** Takes presentation data values, the fragments of messages, out of P-DATA-TF PDUs (PS3.8 E). */
final class ValueInput {
  private static final int CONTROL_HEADER = 2;

  private final UpperLayer upper;
  private final PduInput pdu;
  private final ContextTable contexts;
  private int context;
  private boolean command;
  private boolean last = true;
  private long remaining;

  ValueInput(UpperLayer upper, ContextTable contexts) {
    this.upper = upper;
    this.pdu = upper.input();
    this.contexts = contexts;
  }

  /**
   * Waits for the next fragment.
   *
   * @return false when the peer asks for release instead
   */
  boolean next() throws IOException {
    while (pdu.remaining() == 0) {
      if (!upper.awaitData()) {
        return false;
      }
    }
    try {
      long header = pdu.readValueHeader();
      remaining = (header >>> 16) - CONTROL_HEADER;
      context = (int) (header >>> 8) & 0xFF;
      command = (header & 1) != 0;
      last = (header & 2) != 0;
      if (remaining < 0 || remaining > pdu.remaining()) {
        throw PduException.invalid(
            "Presentation data value of " + remaining + " bytes where " + pdu.remaining() + " are");
      }
      if (contexts.find(context).isEmpty()) {
        throw PduException.invalid("Presentation context " + context + " was not accepted");
      }
      return true;
    } catch (IOException e) {
      throw upper.broken(e);
    }
  }

  /** Waits for the next fragment of a message that has begun. */
  void continueMessage(int expectedContext, boolean expectCommand) throws IOException {
    if (!next()) {
      throw upper.fail(new PduException(Abort.UNEXPECTED_PDU, "A-RELEASE-RQ within a message"));
    }
    if (command != expectCommand || context != expectedContext) {
      throw upper.fail(
          new PduException(
              Abort.UNEXPECTED_PDU_PARAMETER,
              "Fragment of another message, or of another part, within a message"));
    }
  }

  /** Presentation context of the fragment. */
  int context() {
    return context;
  }

  /** Whether it is of a command set. */
  boolean isCommand() {
    return command;
  }

  /** Whether it ends its command set or data set. */
  boolean isLast() {
    return last;
  }

  /** Bytes of it not read yet. */
  long remaining() {
    return remaining;
  }

  /** Reads some bytes of it, at least one; there must be some left. */
  int read(byte[] target, int offset, int length) throws IOException {
    try {
      int count = pdu.read(target, offset, (int) Math.min(length, remaining));
      remaining -= count;
      return count;
    } catch (IOException e) {
      throw upper.broken(e);
    }
  }

  /** Skips the rest of it. */
  void skip() throws IOException {
    try {
      pdu.skip(remaining);
      remaining = 0;
    } catch (IOException e) {
      throw upper.broken(e);
    }
  }
}
