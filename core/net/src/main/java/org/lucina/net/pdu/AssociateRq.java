package org.lucina.net.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-RQ (PS3.8 9.3.2).
 *
 * @param protocolVersion bit field, bit 0 for version 1
 * @param calledAeTitle without padding
 * @param callingAeTitle without padding
 * @param applicationContext its name, empty when absent
 * @param contexts what is proposed
 * @param userInformation the rest
 */
public record AssociateRq(
    int protocolVersion,
    String calledAeTitle,
    String callingAeTitle,
    String applicationContext,
    List<Context> contexts,
    UserInformation userInformation) {

  /** A proposed presentation context (PS3.8 9.3.2.2). */
  public record Context(int id, String abstractSyntax, List<String> transferSyntaxes) {}
}
