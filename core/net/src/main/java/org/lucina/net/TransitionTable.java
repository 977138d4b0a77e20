package org.lucina.net;

import static org.lucina.net.UpperLayerAction.*;
import static org.lucina.net.UpperLayerEvent.*;
import static org.lucina.net.UpperLayerState.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The state transition table of the Upper Layer (PS3.8 table 9-10). */
final class TransitionTable {

  /** What to do and where that leads. */
  record Transition(UpperLayerAction action, UpperLayerState next) {}

  private static final Set<UpperLayerState> ESTABLISHED =
      EnumSet.range(DATA_TRANSFER, COLLISION_ACCEPTOR_LOCAL_RELEASE);
  private static final Set<UpperLayerState> BEYOND_OPENING =
      EnumSet.range(AWAITING_ASSOCIATE_ANSWER, COLLISION_ACCEPTOR_LOCAL_RELEASE);

  private static final Map<UpperLayerEvent, Map<UpperLayerState, Transition>> ACCEPTOR = table();
  private static final Map<UpperLayerEvent, Map<UpperLayerState, Transition>> REQUESTOR =
      requestorTable();

  private TransitionTable() {}

  /** The transition of an event in a state; empty where the standard has none. */
  static Optional<Transition> find(
      UpperLayerState state, UpperLayerEvent event, boolean requestor) {
    return Optional.ofNullable((requestor ? REQUESTOR : ACCEPTOR).get(event).get(state));
  }

  private static Map<UpperLayerEvent, Map<UpperLayerState, Transition>> requestorTable() {
    Map<UpperLayerEvent, Map<UpperLayerState, Transition>> table = table();
    put(table, RELEASE_RQ_PDU, AWAITING_RELEASE_RP, AR_8, COLLISION_REQUESTOR_LOCAL_RELEASE);
    return table;
  }

  private static Map<UpperLayerEvent, Map<UpperLayerState, Transition>> table() {
    Map<UpperLayerEvent, Map<UpperLayerState, Transition>> table =
        new EnumMap<>(UpperLayerEvent.class);
    for (UpperLayerEvent event : UpperLayerEvent.values()) {
      table.put(event, new EnumMap<>(UpperLayerState.class));
    }
    faults(table);
    establishment(table);
    transfer(table);
    release(table);
    abort(table);
    return table;
  }

  /** PDUs where they do not belong; the other parts overwrite where they do. */
  private static void faults(Map<UpperLayerEvent, Map<UpperLayerState, Transition>> table) {
    Set<UpperLayerEvent> pdus =
        EnumSet.of(
            ASSOCIATE_AC_PDU,
            ASSOCIATE_RJ_PDU,
            ASSOCIATE_RQ_PDU,
            P_DATA_PDU,
            RELEASE_RQ_PDU,
            RELEASE_RP_PDU,
            INVALID_PDU);
    for (UpperLayerEvent pdu : pdus) {
      put(table, pdu, AWAITING_ASSOCIATE_RQ, AA_1, AWAITING_TRANSPORT_CLOSE);
      put(table, pdu, AWAITING_LOCAL_RESPONSE, AA_8, AWAITING_TRANSPORT_CLOSE);
      for (UpperLayerState state : BEYOND_OPENING) {
        put(table, pdu, state, AA_8, AWAITING_TRANSPORT_CLOSE);
      }
      boolean answered = pdu == ASSOCIATE_RQ_PDU || pdu == INVALID_PDU;
      put(table, pdu, AWAITING_TRANSPORT_CLOSE, answered ? AA_7 : AA_6, AWAITING_TRANSPORT_CLOSE);
    }
  }

  private static void establishment(Map<UpperLayerEvent, Map<UpperLayerState, Transition>> table) {
    put(table, ASSOCIATE_REQUEST, IDLE, AE_1, AWAITING_TRANSPORT_OPEN);
    put(table, TRANSPORT_CONFIRM, AWAITING_TRANSPORT_OPEN, AE_2, AWAITING_ASSOCIATE_ANSWER);
    put(table, ASSOCIATE_AC_PDU, AWAITING_ASSOCIATE_ANSWER, AE_3, DATA_TRANSFER);
    put(table, ASSOCIATE_RJ_PDU, AWAITING_ASSOCIATE_ANSWER, AE_4, IDLE);
    put(table, TRANSPORT_INDICATION, IDLE, AE_5, AWAITING_ASSOCIATE_RQ);
    put(table, ASSOCIATE_RQ_PDU, AWAITING_ASSOCIATE_RQ, AE_6, AWAITING_LOCAL_RESPONSE);
    put(table, ASSOCIATE_RESPONSE_ACCEPT, AWAITING_LOCAL_RESPONSE, AE_7, DATA_TRANSFER);
    put(table, ASSOCIATE_RESPONSE_REJECT, AWAITING_LOCAL_RESPONSE, AE_8, AWAITING_TRANSPORT_CLOSE);
  }

  private static void transfer(Map<UpperLayerEvent, Map<UpperLayerState, Transition>> table) {
    put(table, P_DATA_REQUEST, DATA_TRANSFER, DT_1, DATA_TRANSFER);
    put(table, P_DATA_REQUEST, AWAITING_LOCAL_RELEASE, AR_7, AWAITING_LOCAL_RELEASE);
    put(table, P_DATA_PDU, DATA_TRANSFER, DT_2, DATA_TRANSFER);
    put(table, P_DATA_PDU, AWAITING_RELEASE_RP, AR_6, AWAITING_RELEASE_RP);
  }

  private static void release(Map<UpperLayerEvent, Map<UpperLayerState, Transition>> table) {
    put(table, RELEASE_REQUEST, DATA_TRANSFER, AR_1, AWAITING_RELEASE_RP);
    put(table, RELEASE_RQ_PDU, DATA_TRANSFER, AR_2, AWAITING_LOCAL_RELEASE);
    put(table, RELEASE_RQ_PDU, AWAITING_RELEASE_RP, AR_8, COLLISION_ACCEPTOR_RELEASE_RP);
    put(table, RELEASE_RP_PDU, AWAITING_RELEASE_RP, AR_3, IDLE);
    put(
        table,
        RELEASE_RP_PDU,
        COLLISION_ACCEPTOR_RELEASE_RP,
        AR_10,
        COLLISION_ACCEPTOR_LOCAL_RELEASE);
    put(table, RELEASE_RP_PDU, COLLISION_REQUESTOR_RELEASE_RP, AR_3, IDLE);
    put(table, RELEASE_RESPONSE, AWAITING_LOCAL_RELEASE, AR_4, AWAITING_TRANSPORT_CLOSE);
    put(
        table,
        RELEASE_RESPONSE,
        COLLISION_REQUESTOR_LOCAL_RELEASE,
        AR_9,
        COLLISION_REQUESTOR_RELEASE_RP);
    put(table, RELEASE_RESPONSE, COLLISION_ACCEPTOR_LOCAL_RELEASE, AR_4, AWAITING_TRANSPORT_CLOSE);
  }

  private static void abort(Map<UpperLayerEvent, Map<UpperLayerState, Transition>> table) {
    put(table, ABORT_REQUEST, AWAITING_LOCAL_RESPONSE, AA_1, AWAITING_TRANSPORT_CLOSE);
    put(table, ABORT_REQUEST, AWAITING_TRANSPORT_OPEN, AA_2, IDLE);
    put(table, ABORT_REQUEST, AWAITING_ASSOCIATE_ANSWER, AA_1, AWAITING_TRANSPORT_CLOSE);
    put(table, ABORT_PDU, AWAITING_ASSOCIATE_RQ, AA_2, IDLE);
    put(table, ABORT_PDU, AWAITING_LOCAL_RESPONSE, AA_3, IDLE);
    put(table, ABORT_PDU, AWAITING_ASSOCIATE_ANSWER, AA_3, IDLE);
    put(table, ABORT_PDU, AWAITING_TRANSPORT_CLOSE, AA_2, IDLE);
    put(table, TRANSPORT_CLOSED, AWAITING_ASSOCIATE_RQ, AA_5, IDLE);
    put(table, TRANSPORT_CLOSED, AWAITING_LOCAL_RESPONSE, AA_4, IDLE);
    put(table, TRANSPORT_CLOSED, AWAITING_TRANSPORT_OPEN, AA_4, IDLE);
    put(table, TRANSPORT_CLOSED, AWAITING_ASSOCIATE_ANSWER, AA_4, IDLE);
    put(table, TRANSPORT_CLOSED, AWAITING_TRANSPORT_CLOSE, AR_5, IDLE);
    put(table, ARTIM_EXPIRED, AWAITING_ASSOCIATE_RQ, AA_2, IDLE);
    put(table, ARTIM_EXPIRED, AWAITING_TRANSPORT_CLOSE, AA_2, IDLE);
    for (UpperLayerState state : ESTABLISHED) {
      put(table, ABORT_REQUEST, state, AA_1, AWAITING_TRANSPORT_CLOSE);
      put(table, ABORT_PDU, state, AA_3, IDLE);
      put(table, TRANSPORT_CLOSED, state, AA_4, IDLE);
    }
  }

  private static void put(
      Map<UpperLayerEvent, Map<UpperLayerState, Transition>> table,
      UpperLayerEvent event,
      UpperLayerState state,
      UpperLayerAction action,
      UpperLayerState next) {
    table.get(event).put(state, new Transition(action, next));
  }
}
