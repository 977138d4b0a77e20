package org.lucina.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.net.pdu.AssociateRq;
import org.lucina.net.pdu.UserInformation;

/** Turns an {@link AssociationRequest} into its PDU and back. */
final class AssociateMapping {

  private AssociateMapping() {}

  static AssociateRq toPdu(AssociationRequest request) {
    List<AssociateRq.Context> contexts =
        request.contexts().stream()
            .map(c -> new AssociateRq.Context(c.id(), c.abstractSyntax(), c.transferSyntaxes()))
            .toList();
    List<UserInformation.Role> roles = new ArrayList<>();
    request
        .roles()
        .forEach((uid, role) -> roles.add(new UserInformation.Role(uid, role.scu(), role.scp())));
    List<UserInformation.Extended> extended = new ArrayList<>();
    request
        .extended()
        .forEach((uid, bytes) -> extended.add(new UserInformation.Extended(uid, bytes)));
    List<UserInformation.CommonExtended> common = new ArrayList<>();
    request
        .commonExtended()
        .forEach(
            (uid, item) ->
                common.add(
                    new UserInformation.CommonExtended(
                        uid, item.serviceClass(), item.relatedGeneralSopClasses())));
    boolean synchronous =
        request.maxOperationsInvoked() == 1 && request.maxOperationsPerformed() == 1;
    return new AssociateRq(
        1,
        request.calledAeTitle(),
        request.callingAeTitle(),
        Implementation.APPLICATION_CONTEXT,
        contexts,
        new UserInformation(
            request.maxPduLength(),
            request.implementationClassUid(),
            request.implementationVersionName(),
            synchronous
                ? Optional.empty()
                : Optional.of(
                    new UserInformation.Window(
                        request.maxOperationsInvoked(), request.maxOperationsPerformed())),
            roles,
            extended,
            common,
            request
                .userIdentity()
                .map(
                    id ->
                        new UserInformation.Identity(
                            id.type(), id.responseRequested(), id.primary(), id.secondary())),
            Optional.empty()));
  }

  static AssociationRequest fromPdu(AssociateRq rq) {
    UserInformation info = rq.userInformation();
    List<PresentationContext> contexts =
        rq.contexts().stream()
            .map(c -> new PresentationContext(c.id(), c.abstractSyntax(), c.transferSyntaxes()))
            .toList();
    Map<String, AssociationRequest.Role> roles = new LinkedHashMap<>();
    info.roles()
        .forEach(
            role ->
                roles.put(role.sopClass(), new AssociationRequest.Role(role.scu(), role.scp())));
    Map<String, byte[]> extended = new LinkedHashMap<>();
    info.extended().forEach(item -> extended.put(item.sopClass(), item.information()));
    Map<String, AssociationRequest.CommonExtended> common = new LinkedHashMap<>();
    info.commonExtended()
        .forEach(
            item ->
                common.put(
                    item.sopClass(),
                    new AssociationRequest.CommonExtended(item.serviceClass(), item.related())));
    UserInformation.Window window = info.window().orElse(new UserInformation.Window(1, 1));
    return new AssociationRequest(
        rq.calledAeTitle(),
        rq.callingAeTitle(),
        contexts,
        roles,
        info.maxLength(),
        window.invoked(),
        window.performed(),
        extended,
        common,
        info.identity()
            .map(
                id ->
                    new UserIdentity(
                        id.type(), id.responseRequested(), id.primary(), id.secondary())),
        info.implementationClassUid(),
        info.implementationVersionName());
  }
}
