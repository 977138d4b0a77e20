package org.lucina.net;

import java.io.EOFException;
import java.io.IOException;
import org.lucina.net.pdu.Abort;
import org.lucina.net.pdu.AssociateAc;
import org.lucina.net.pdu.AssociateRj;
import org.lucina.net.pdu.AssociateRq;
import org.lucina.net.pdu.PduDecoder;
import org.lucina.net.pdu.PduException;
import org.lucina.net.pdu.PduType;

/** Turns PDUs that come in into events, and keeps what they say until it is asked for. */
final class PduArrivals {
  /** Room for 128 contexts of 30 transfer syntaxes; held before anybody is known to ask. */
  private static final int MAX_ASSOCIATE_LENGTH = 1 << 18;

  private static final int FIXED_LENGTH = 4;

  private final PduInput input;
  private final int maxPduLength;
  private AssociateRq request;
  private AssociateAc acceptance;
  private AssociateRj rejection;
  private Abort abort;

  /**
   * Reads from a connection.
   *
   * @param maxPduLength bytes of P-DATA-TF that are accepted, 0 for no limit
   */
  PduArrivals(PduInput input, int maxPduLength) {
    this.input = input;
    this.maxPduLength = maxPduLength;
  }

  /**
   * Waits for a PDU and reads it, but for the body of P-DATA-TF.
   *
   * @param state decides whether the body of an association PDU is worth reading
   * @throws PduException when it is malformed or too long
   */
  UpperLayerEvent next(UpperLayerState state) throws IOException {
    if (!input.next()) {
      throw new EOFException("End of the connection");
    }
    PduType type = type();
    switch (type) {
      case ASSOCIATE_RQ -> {
        if (state == UpperLayerState.AWAITING_ASSOCIATE_RQ) {
          request = PduDecoder.associateRq(input.readBody(MAX_ASSOCIATE_LENGTH));
        }
      }
      case ASSOCIATE_AC -> {
        if (state == UpperLayerState.AWAITING_ASSOCIATE_ANSWER) {
          acceptance = PduDecoder.associateAc(input.readBody(MAX_ASSOCIATE_LENGTH));
        }
      }
      case ASSOCIATE_RJ -> rejection = PduDecoder.associateRj(fixedBody());
      case ABORT -> abort = PduDecoder.abort(fixedBody());
      case RELEASE_RQ, RELEASE_RP -> fixedBody();
      case P_DATA_TF -> {
        if (maxPduLength != 0 && input.remaining() > maxPduLength) {
          throw PduException.invalid(
              "P-DATA-TF of " + input.remaining() + " bytes, agreed on were " + maxPduLength);
        }
      }
    }
    return UpperLayerEvent.of(type);
  }

  /** The latest A-ASSOCIATE-RQ; there must have been one. */
  AssociateRq request() {
    return request;
  }

  /** The latest A-ASSOCIATE-AC; there must have been one. */
  AssociateAc acceptance() {
    return acceptance;
  }

  /** The latest A-ASSOCIATE-RJ; there must have been one. */
  AssociateRj rejection() {
    return rejection;
  }

  /** The latest A-ABORT; there must have been one. */
  Abort abort() {
    return abort;
  }

  private PduType type() throws PduException {
    return PduType.of(input.type())
        .orElseThrow(
            () -> new PduException(Abort.UNRECOGNIZED_PDU, "PDU of unknown type " + input.type()));
  }

  private byte[] fixedBody() throws IOException {
    if (input.remaining() != FIXED_LENGTH) {
      throw PduException.invalid("PDU of type " + input.type() + " with a wrong length");
    }
    return input.readBody(FIXED_LENGTH);
  }
}
