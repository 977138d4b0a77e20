package org.lucina.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.net.pdu.AssociateAc;
import org.lucina.net.pdu.AssociateAc.Result;
import org.lucina.net.pdu.AssociateRq;
import org.lucina.net.pdu.UserInformation;

/** The acceptor's answer to a request that is let in (PS3.8 9.3.3, PS3.7 D.3.3). */
final class Negotiation {
  private final AssociateRq rq;
  private final AssociationRequest request;
  private final AssociationPolicy policy;
  private final List<Result> results = new ArrayList<>();
  private final List<AcceptedContext> accepted = new ArrayList<>();

  private Negotiation(AssociateRq rq, AssociationRequest request, AssociationPolicy policy) {
    this.rq = rq;
    this.request = request;
    this.policy = policy;
  }

  /** The PDU to answer with, and what it means. */
  record Answer(AssociateAc ac, Negotiated negotiated) {}

  /**
   * Negotiates.
   *
   * @param maxPduLength bytes of P-DATA-TF that this side takes
   * @param maxOperations asynchronous operations window that is granted at most, 0 for no limit
   */
  static Answer answer(
      AssociateRq rq,
      AssociationRequest request,
      AssociationPolicy policy,
      int maxPduLength,
      int maxOperations) {
    return new Negotiation(rq, request, policy).answer(maxPduLength, maxOperations);
  }

  private Answer answer(int maxPduLength, int maxOperations) {
    rq.contexts().forEach(this::judge);
    Map<String, byte[]> extended = new LinkedHashMap<>();
    request
        .extended()
        .forEach(
            (sopClass, proposed) ->
                policy
                    .extendedNegotiation(request, sopClass, proposed)
                    .ifPresent(answer -> extended.put(sopClass, answer)));
    Negotiated.Window window =
        new Negotiated.Window(
            lesser(request.maxOperationsInvoked(), maxOperations),
            lesser(request.maxOperationsPerformed(), maxOperations));
    Optional<byte[]> identityResponse =
        request
            .userIdentity()
            .filter(UserIdentity::responseRequested)
            .map(identity -> policy.userIdentityResponse(request, identity));
    Negotiated negotiated =
        new Negotiated(
            request,
            new ContextTable(accepted),
            request.maxPduLength(),
            window,
            extended,
            identityResponse);
    UserInformation info =
        new UserInformation(
            maxPduLength,
            Implementation.CLASS_UID,
            Implementation.VERSION_NAME,
            rq.userInformation()
                .window()
                .map(asked -> new UserInformation.Window(window.invoked(), window.performed())),
            answeredRoles(),
            extended.entrySet().stream()
                .map(entry -> new UserInformation.Extended(entry.getKey(), entry.getValue()))
                .toList(),
            List.of(),
            Optional.empty(),
            identityResponse);
    AssociateAc ac =
        new AssociateAc(
            1,
            rq.calledAeTitle(),
            rq.callingAeTitle(),
            Implementation.APPLICATION_CONTEXT,
            results,
            info);
    return new Answer(ac, negotiated);
  }

  private void judge(AssociateRq.Context proposed) {
    String sopClass = proposed.abstractSyntax();
    List<String> syntaxes = proposed.transferSyntaxes();
    String anySyntax = syntaxes.isEmpty() ? "" : syntaxes.get(0);
    if (!policy.supports(request, sopClass)) {
      results.add(new Result(proposed.id(), Result.ABSTRACT_SYNTAX_NOT_SUPPORTED, anySyntax));
      return;
    }
    AssociationRequest.Role role = grantedRole(sopClass);
    if (!role.scu() && !role.scp()) {
      results.add(new Result(proposed.id(), Result.USER_REJECTION, anySyntax));
      return;
    }
    Optional<String> chosen =
        syntaxes.isEmpty()
            ? Optional.empty()
            : policy.chooseTransferSyntax(request, sopClass, syntaxes).filter(syntaxes::contains);
    if (chosen.isEmpty()) {
      results.add(new Result(proposed.id(), Result.TRANSFER_SYNTAXES_NOT_SUPPORTED, anySyntax));
      return;
    }
    results.add(new Result(proposed.id(), Result.ACCEPTANCE, chosen.get()));
    accepted.add(
        new AcceptedContext(proposed.id(), sopClass, chosen.get(), role.scu(), role.scp()));
  }

  /** Without role selection the requestor is SCU only; with it, what it asks for is granted. */
  private AssociationRequest.Role grantedRole(String sopClass) {
    return request.roles().getOrDefault(sopClass, new AssociationRequest.Role(true, false));
  }

  /** Roles are answered for SOP classes with an accepted context (PS3.7 D.3.3.4.2). */
  private List<UserInformation.Role> answeredRoles() {
    return rq.userInformation().roles().stream()
        .filter(
            role ->
                accepted.stream()
                    .anyMatch(context -> context.abstractSyntax().equals(role.sopClass())))
        .toList();
  }

  private static int lesser(int asked, int granted) {
    if (asked == 0 || granted == 0) {
      return Math.max(asked, granted);
    }
    return Math.min(asked, granted);
  }
}
