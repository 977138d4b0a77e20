package org.lucina.net;

/**
 * A presentation context that both sides agreed on (PS3.8 9.3.3.2, roles by PS3.7 D.3.3.4).
 *
 * @param id odd number, 1 to 255
 * @param abstractSyntax SOP class
 * @param transferSyntax the one encoding of its data sets
 * @param requestorIsScu whether the association's requestor may invoke operations
 * @param requestorIsScp whether the association's requestor may perform operations
 */
public record AcceptedContext(
    int id,
    String abstractSyntax,
    String transferSyntax,
    boolean requestorIsScu,
    boolean requestorIsScp) {}
