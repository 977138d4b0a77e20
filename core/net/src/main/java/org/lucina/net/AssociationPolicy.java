package org.lucina.net;

import java.net.InetAddress;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides, for a listener, who gets in and what is accepted.
 *
 * <p>Called on the association's thread; may block. Implementations are thread-safe.
 */
public interface AssociationPolicy {

  /**
   * Decides on a request as a whole.
   *
   * @param request what is proposed
   * @param peer the address that it comes from
   * @param tlsPeer the certificate's subject when TLS authenticated the peer
   * @return empty to accept, else why not
   */
  Optional<Rejection> admit(
      AssociationRequest request, InetAddress peer, Optional<Principal> tlsPeer);

  /** Which of the proposed transfer syntaxes is accepted for a SOP class; empty refuses all. */
  Optional<String> chooseTransferSyntax(
      AssociationRequest request, String abstractSyntax, List<String> proposed);

  /** Whether a SOP class is served at all; decides between the two reasons of refusal. */
  boolean supports(AssociationRequest request, String abstractSyntax);

  /** The association limit of this calling AE, empty when only the listener's own applies. */
  default OptionalInt associationLimit(String callingAeTitle) {
    return OptionalInt.empty();
  }

  /**
   * The answer to SOP class extended negotiation (PS3.7 D.3.3.5), such as relational queries.
   *
   * @param proposed the service class's bytes in the request
   * @return the bytes to answer; empty to answer nothing, which is to support nothing
   */
  default Optional<byte[]> extendedNegotiation(
      AssociationRequest request, String sopClass, byte[] proposed) {
    return Optional.empty();
  }

  /**
   * The server response for a user identity that asks for one (PS3.7 D.3.3.7.2): a Kerberos ticket,
   * a SAML response, or nothing for names and passcodes. Only admitted requests come here.
   */
  default byte[] userIdentityResponse(AssociationRequest request, UserIdentity identity) {
    return new byte[0];
  }

  /** A-ASSOCIATE-RJ (PS3.8 9.3.4). */
  record Rejection(int result, int source, int reason) {
    public static final Rejection CALLED_AE_TITLE = new Rejection(1, 1, 7);
    public static final Rejection CALLING_AE_TITLE = new Rejection(1, 1, 3);
    public static final Rejection NO_REASON = new Rejection(1, 1, 1);
    public static final Rejection LOCAL_LIMIT = new Rejection(2, 3, 2);
    public static final Rejection TEMPORARY_CONGESTION = new Rejection(2, 3, 1);
  }
}
