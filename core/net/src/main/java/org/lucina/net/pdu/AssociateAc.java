package org.lucina.net.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-AC (PS3.8 9.3.3).
 *
 * @param protocolVersion bit field, bit 0 for version 1
 * @param calledAeTitle as it was in the request
 * @param callingAeTitle as it was in the request
 * @param applicationContext its name, empty when absent
 * @param contexts what became of the proposals
 * @param userInformation the rest
 */
public record AssociateAc(
    int protocolVersion,
    String calledAeTitle,
    String callingAeTitle,
    String applicationContext,
    List<Result> contexts,
    UserInformation userInformation) {

  /** The answer to a proposed presentation context (PS3.8 9.3.3.2). */
  public record Result(int id, int result, String transferSyntax) {
    public static final int ACCEPTANCE = 0;
    public static final int USER_REJECTION = 1;
    public static final int NO_REASON = 2;
    public static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
    public static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;
  }
}
