package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.UID;
import org.lucina.net.AssociationRequest.Role;
import org.lucina.net.pdu.AssociateAc;
import org.lucina.net.pdu.AssociateAc.Result;
import org.lucina.net.pdu.PduException;

/** Contexts, roles, windows, extended negotiation and identity, from proposal to agreement. */
class NegotiationTest {
  private static final String CT = UID.CTImageStorage;
  private static final String MR = UID.MRImageStorage;
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
  private static final List<String> BOTH =
      List.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian);

  @Test
  void everyContextHasItsOwnResult() {
    AssociationPolicy policy =
        new Listening.AcceptAll() {
          @Override
          public boolean supports(AssociationRequest request, String abstractSyntax) {
            return !abstractSyntax.equals(MR);
          }

          @Override
          public Optional<String> chooseTransferSyntax(
              AssociationRequest request, String abstractSyntax, List<String> proposed) {
            return Optional.of(UID.ExplicitVRLittleEndian).filter(proposed::contains);
          }
        };
    Negotiation.Answer answer =
        answer(
            request(
                Map.of(),
                1,
                1,
                new PresentationContext(1, CT, BOTH),
                new PresentationContext(3, MR, BOTH),
                new PresentationContext(5, CT, List.of(UID.ImplicitVRLittleEndian)),
                new PresentationContext(7, CT, List.of())),
            policy,
            1);
    assertThat(answer.ac().contexts())
        .extracting(Result::id, Result::result)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, Result.ACCEPTANCE),
            org.assertj.core.groups.Tuple.tuple(3, Result.ABSTRACT_SYNTAX_NOT_SUPPORTED),
            org.assertj.core.groups.Tuple.tuple(5, Result.TRANSFER_SYNTAXES_NOT_SUPPORTED),
            org.assertj.core.groups.Tuple.tuple(7, Result.TRANSFER_SYNTAXES_NOT_SUPPORTED));
    assertThat(answer.negotiated().contexts().all())
        .containsExactly(new AcceptedContext(1, CT, UID.ExplicitVRLittleEndian, true, false));
  }

  @Test
  void aSyntaxThatWasNotProposedIsNeverAccepted() {
    AssociationPolicy policy =
        new Listening.AcceptAll() {
          @Override
          public Optional<String> chooseTransferSyntax(
              AssociationRequest request, String abstractSyntax, List<String> proposed) {
            return Optional.of("1.2.3");
          }
        };
    Negotiation.Answer answer =
        answer(request(Map.of(), 1, 1, new PresentationContext(1, CT, BOTH)), policy, 1);
    assertThat(answer.negotiated().contexts().all()).isEmpty();
  }

  @Test
  void rolesAreGrantedAsProposedAndScuByDefault() throws Exception {
    AssociationRequest request =
        request(
            Map.of(CT, new Role(false, true), MR, new Role(true, true)),
            1,
            1,
            new PresentationContext(1, CT, BOTH),
            new PresentationContext(3, MR, BOTH),
            new PresentationContext(5, FIND, BOTH));
    Negotiation.Answer answer = answer(request, new Listening.AcceptAll(), 1);
    for (Negotiated side : List.of(answer.negotiated(), Acceptance.read(request, answer.ac()))) {
      ContextTable contexts = side.contexts();
      assertThat(contexts.invocable(CT, true)).isEmpty();
      assertThat(contexts.invocable(CT, false)).hasSize(1);
      assertThat(contexts.invocable(MR, true)).hasSize(1);
      assertThat(contexts.invocable(MR, false)).hasSize(1);
      assertThat(contexts.invocable(FIND, true)).hasSize(1);
      assertThat(contexts.invocable(FIND, false)).isEmpty();
    }
  }

  @Test
  void aContextWithoutAnyRoleIsRejected() {
    Negotiation.Answer answer =
        answer(
            request(Map.of(CT, new Role(false, false)), 1, 1, new PresentationContext(1, CT, BOTH)),
            new Listening.AcceptAll(),
            1);
    assertThat(answer.ac().contexts()).extracting(Result::result).containsExactly(1);
    assertThat(answer.ac().userInformation().roles()).isEmpty();
  }

  @Test
  void anAcceptorThatAnswersNoRoleLeavesTheRequestorScuOnly() throws Exception {
    AssociationRequest request =
        request(Map.of(CT, new Role(false, true)), 1, 1, new PresentationContext(1, CT, BOTH));
    AssociateAc full = answer(request, new Listening.AcceptAll(), 1).ac();
    AssociateAc silent =
        new AssociateAc(
            1,
            "A",
            "B",
            full.applicationContext(),
            full.contexts(),
            answer(
                    request(Map.of(), 1, 1, new PresentationContext(1, CT, BOTH)),
                    new Listening.AcceptAll(),
                    1)
                .ac()
                .userInformation());
    AcceptedContext context = Acceptance.read(request, silent).contexts().find(1).orElseThrow();
    assertThat(context.requestorIsScp()).isFalse();
    assertThat(context.requestorIsScu()).isTrue();
  }

  @Test
  void theWindowIsTheSmallerOneAndNoneMeansOne() {
    assertWindow(5, 0, 3, 3, 3);
    assertWindow(2, 1, 3, 2, 1);
    assertWindow(0, 0, 0, 0, 0);
    assertWindow(7, 4, 0, 7, 4);
    assertThat(
            answer(
                    request(Map.of(), 1, 1, new PresentationContext(1, CT, BOTH)),
                    new Listening.AcceptAll(),
                    8)
                .ac()
                .userInformation()
                .window())
        .isEmpty();
  }

  private static void assertWindow(
      int invoked, int performed, int most, int grantedInvoked, int grantedPerformed) {
    Negotiation.Answer answer =
        answer(
            request(Map.of(), invoked, performed, new PresentationContext(1, CT, BOTH)),
            new Listening.AcceptAll(),
            most);
    assertThat(answer.negotiated().window())
        .isEqualTo(new Negotiated.Window(grantedInvoked, grantedPerformed));
    assertThat(answer.ac().userInformation().window()).isPresent();
  }

  @Test
  void extendedNegotiationAndIdentityAreAnsweredByThePolicy() throws Exception {
    AssociationRequest plain = request(Map.of(), 1, 1, new PresentationContext(1, FIND, BOTH));
    AssociationRequest request =
        new AssociationRequest(
            plain.calledAeTitle(),
            plain.callingAeTitle(),
            plain.contexts(),
            Map.of(),
            0,
            1,
            1,
            Map.of(FIND, new byte[] {1, 1}, CT, new byte[] {1}),
            Map.of(CT, new AssociationRequest.CommonExtended("1.2.3", List.of("1.2.4"))),
            Optional.of(new UserIdentity(2, true, "me".getBytes(), "pw".getBytes())),
            "1.2.3",
            "");
    AssociationPolicy policy =
        new Listening.AcceptAll() {
          @Override
          public Optional<byte[]> extendedNegotiation(
              AssociationRequest asked, String sopClass, byte[] proposed) {
            return sopClass.equals(FIND)
                ? Optional.of(new byte[] {proposed[0], 0})
                : Optional.empty();
          }

          @Override
          public byte[] userIdentityResponse(AssociationRequest asked, UserIdentity identity) {
            return new byte[] {(byte) identity.type()};
          }
        };
    Negotiation.Answer answer = answer(request, policy, 1);
    Negotiated seen = Acceptance.read(request, answer.ac());
    assertThat(seen.extended()).containsOnlyKeys(FIND);
    assertThat(seen.extended().get(FIND)).containsExactly(1, 0);
    assertThat(seen.identityResponse()).hasValue(new byte[] {2});
    assertThat(AssociateMapping.fromPdu(AssociateMapping.toPdu(request)))
        .usingRecursiveComparison()
        .isEqualTo(request);
  }

  @Test
  void anAcceptorCannotAcceptWhatWasNotProposed() {
    AssociationRequest request = request(Map.of(), 1, 1, new PresentationContext(1, CT, BOTH));
    AssociateAc ac = answer(request, new Listening.AcceptAll(), 1).ac();
    for (Result wrong :
        List.of(new Result(3, 0, UID.ImplicitVRLittleEndian), new Result(1, 0, "1.2.3"))) {
      AssociateAc lying =
          new AssociateAc(
              1, "A", "B", ac.applicationContext(), List.of(wrong), ac.userInformation());
      assertThatThrownBy(() -> Acceptance.read(request, lying)).isInstanceOf(PduException.class);
    }
  }

  private static AssociationRequest request(
      Map<String, Role> roles, int invoked, int performed, PresentationContext... contexts) {
    return Requests.of(List.of(contexts), roles, 16384, invoked, performed);
  }

  private static Negotiation.Answer answer(
      AssociationRequest request, AssociationPolicy policy, int maxOperations) {
    return Negotiation.answer(
        AssociateMapping.toPdu(request), request, policy, 16384, maxOperations);
  }
}
