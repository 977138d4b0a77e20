package org.lucina.net;

import org.lucina.net.pdu.PduType;

/** What happens to an association (PS3.8 9.2.2), in the order of table 9-10. */
enum UpperLayerEvent {
  ASSOCIATE_REQUEST,
  TRANSPORT_CONFIRM,
  ASSOCIATE_AC_PDU,
  ASSOCIATE_RJ_PDU,
  TRANSPORT_INDICATION,
  ASSOCIATE_RQ_PDU,
  ASSOCIATE_RESPONSE_ACCEPT,
  ASSOCIATE_RESPONSE_REJECT,
  P_DATA_REQUEST,
  P_DATA_PDU,
  RELEASE_REQUEST,
  RELEASE_RQ_PDU,
  RELEASE_RP_PDU,
  RELEASE_RESPONSE,
  ABORT_REQUEST,
  ABORT_PDU,
  TRANSPORT_CLOSED,
  ARTIM_EXPIRED,
  INVALID_PDU;

  /** The event of a well-formed PDU's arrival. */
  static UpperLayerEvent of(PduType type) {
    return switch (type) {
      case ASSOCIATE_RQ -> ASSOCIATE_RQ_PDU;
      case ASSOCIATE_AC -> ASSOCIATE_AC_PDU;
      case ASSOCIATE_RJ -> ASSOCIATE_RJ_PDU;
      case P_DATA_TF -> P_DATA_PDU;
      case RELEASE_RQ -> RELEASE_RQ_PDU;
      case RELEASE_RP -> RELEASE_RP_PDU;
      case ABORT -> ABORT_PDU;
    };
  }
}
