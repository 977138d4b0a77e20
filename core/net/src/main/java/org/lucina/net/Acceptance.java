package org.lucina.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.net.pdu.AssociateAc;
import org.lucina.net.pdu.PduException;
import org.lucina.net.pdu.UserInformation;

/** What an acceptor's answer means to the requestor (PS3.8 9.3.3, PS3.7 D.3.3). */
final class Acceptance {
  private static final AssociationRequest.Role SCU_ONLY = new AssociationRequest.Role(true, false);

  private Acceptance() {}

  /**
   * Reads an answer.
   *
   * @throws PduException when it grants what was not proposed
   */
  static Negotiated read(AssociationRequest request, AssociateAc ac) throws PduException {
    UserInformation info = ac.userInformation();
    Map<String, AssociationRequest.Role> roles = new LinkedHashMap<>();
    for (UserInformation.Role role : info.roles()) {
      roles.put(role.sopClass(), new AssociationRequest.Role(role.scu(), role.scp()));
    }
    List<AcceptedContext> contexts = new ArrayList<>();
    for (AssociateAc.Result result : ac.contexts()) {
      if (result.result() == AssociateAc.Result.ACCEPTANCE) {
        contexts.add(accepted(proposal(request, result), result, request, roles));
      }
    }
    Map<String, byte[]> extended = new LinkedHashMap<>();
    info.extended().forEach(item -> extended.put(item.sopClass(), item.information()));
    UserInformation.Window window = info.window().orElse(new UserInformation.Window(1, 1));
    return new Negotiated(
        request,
        new ContextTable(contexts),
        info.maxLength(),
        new Negotiated.Window(window.invoked(), window.performed()),
        extended,
        info.identityResponse());
  }

  private static PresentationContext proposal(AssociationRequest request, AssociateAc.Result result)
      throws PduException {
    Optional<PresentationContext> proposal =
        request.contexts().stream().filter(context -> context.id() == result.id()).findFirst();
    if (proposal.isEmpty()
        || !proposal.get().transferSyntaxes().contains(result.transferSyntax())) {
      throw PduException.invalid(
          "Accepted presentation context " + result.id() + " was not proposed like that");
    }
    return proposal.get();
  }

  private static AcceptedContext accepted(
      PresentationContext proposal,
      AssociateAc.Result result,
      AssociationRequest request,
      Map<String, AssociationRequest.Role> answered) {
    String sopClass = proposal.abstractSyntax();
    AssociationRequest.Role proposed = request.roles().getOrDefault(sopClass, SCU_ONLY);
    // Without an answer the default roles hold, whatever was proposed (PS3.7 D.3.3.4.2).
    boolean scu = !answered.containsKey(sopClass) || answered.get(sopClass).scu() && proposed.scu();
    boolean scp = answered.getOrDefault(sopClass, SCU_ONLY).scp() && proposed.scp();
    return new AcceptedContext(result.id(), sopClass, result.transferSyntax(), scu, scp);
  }
}
