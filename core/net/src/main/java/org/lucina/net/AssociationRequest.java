package org.lucina.net;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a requestor proposes (A-ASSOCIATE-RQ, PS3.8 9.3.2; user information by PS3.7 D.3.3).
 *
 * @param calledAeTitle the peer's AE title, 16 characters at most
 * @param callingAeTitle the requestor's AE title, 16 characters at most
 * @param contexts proposed presentation contexts
 * @param roles SCU/SCP roles by SOP class, absent ones are SCU only
 * @param maxPduLength bytes of P-DATA-TF that the requestor receives at most, 0 for no limit
 * @param maxOperationsInvoked asynchronous operations window, 0 for no limit, 1 for none
 * @param maxOperationsPerformed asynchronous operations window, 0 for no limit, 1 for none
 * @param extended SOP class extended negotiation, service-class bytes by SOP class
 * @param commonExtended SOP class common extended negotiation by SOP class
 * @param userIdentity who asks
 * @param implementationClassUid the requestor's implementation
 * @param implementationVersionName the requestor's version, may be empty
 */
public record AssociationRequest(
    String calledAeTitle,
    String callingAeTitle,
    List<PresentationContext> contexts,
    Map<String, Role> roles,
    int maxPduLength,
    int maxOperationsInvoked,
    int maxOperationsPerformed,
    Map<String, byte[]> extended,
    Map<String, CommonExtended> commonExtended,
    Optional<UserIdentity> userIdentity,
    String implementationClassUid,
    String implementationVersionName) {

  /** Roles that the requestor offers to play for a SOP class (PS3.7 D.3.3.4). */
  public record Role(boolean scu, boolean scp) {}

  /** Service class and related general SOP classes (PS3.7 D.3.3.6). */
  public record CommonExtended(String serviceClass, List<String> relatedGeneralSopClasses) {}
}
