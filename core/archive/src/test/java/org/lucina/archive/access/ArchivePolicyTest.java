package org.lucina.archive.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lucina.archive.testing.FakeServer;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.net.AssociationRequest;
import org.lucina.spi.server.ArchiveSettings.UnknownAes;
import org.lucina.spi.server.RemoteAe;

class ArchivePolicyTest {
  private static final String PRIVATE_CLASS = "1.2.276.0.999.1";

  private final FakeServer server = new FakeServer();
  private final ArchivePolicy policy = new ArchivePolicy(server, new AeAccess(server));

  private static AssociationRequest from(String aeTitle) {
    return from(aeTitle, Map.of());
  }

  private static AssociationRequest from(
      String aeTitle, Map<String, AssociationRequest.Role> roles) {
    return new AssociationRequest(
        "LUCINA",
        aeTitle,
        List.of(),
        roles,
        16384,
        1,
        1,
        Map.of(),
        Map.of(),
        Optional.empty(),
        "2.25.1",
        "");
  }

  private static RemoteAe remote(boolean store, boolean query, boolean retrieve, boolean check) {
    return new RemoteAe(
        "known",
        "KNOWN",
        "127.0.0.1",
        104,
        Optional.empty(),
        store,
        query,
        retrieve,
        check,
        OptionalInt.of(3));
  }

  private boolean admits(String aeTitle, String address) throws Exception {
    return policy.admit(from(aeTitle), InetAddress.getByName(address), Optional.empty()).isEmpty();
  }

  @Test
  void letsUnknownApplicationEntitiesInFromWhereTheSettingsSay() throws Exception {
    assertThat(admits("ANY", "127.0.0.1")).isTrue();
    assertThat(admits("ANY", "::1")).isTrue();
    assertThat(admits("ANY", "192.0.2.7")).isFalse();
    server.unknownAes(UnknownAes.ANYWHERE);
    assertThat(admits("ANY", "192.0.2.7")).isTrue();
    server.unknownAes(UnknownAes.NOWHERE);
    assertThat(admits("ANY", "127.0.0.1")).isFalse();
  }

  @Test
  void checksTheAddressOfKnownOnesWhereConfigured() throws Exception {
    server.with(remote(true, true, true, false));
    assertThat(admits("KNOWN", "192.0.2.7")).isTrue();
    server.with(remote(true, true, true, true));
    assertThat(admits("KNOWN", "192.0.2.7")).isFalse();
    assertThat(admits("KNOWN", "127.0.0.1")).isTrue();
  }

  @Test
  void offersKnownOnesOnlyWhatTheyMayDo() {
    server.with(remote(true, false, false, false));
    assertThat(policy.supports(from("KNOWN"), UID.Verification)).isTrue();
    assertThat(policy.supports(from("KNOWN"), UID.CTImageStorage)).isTrue();
    assertThat(policy.supports(from("KNOWN"), UID.StorageCommitmentPushModel)).isTrue();
    assertThat(policy.supports(from("KNOWN"), UID.StudyRootQueryRetrieveInformationModelFind))
        .isFalse();
    server.with(remote(false, true, true, false));
    assertThat(policy.supports(from("KNOWN"), UID.CTImageStorage)).isFalse();
    assertThat(policy.supports(from("KNOWN"), UID.PatientRootQueryRetrieveInformationModelGet))
        .isTrue();
    Map<String, AssociationRequest.Role> receiver =
        Map.of(UID.CTImageStorage, new AssociationRequest.Role(false, true));
    assertThat(policy.supports(from("KNOWN", receiver), UID.CTImageStorage)).isTrue();
    assertThat(policy.associationLimit("KNOWN")).hasValue(3);
  }

  @Test
  void acceptsEveryStorageClassInTheFirstRegisteredSyntax() {
    for (String sopClass : Uids.storageSopClasses()) {
      assertThat(policy.supports(from("ANY"), sopClass)).as(sopClass).isTrue();
    }
    assertThat(
            policy.chooseTransferSyntax(
                from("ANY"),
                UID.CTImageStorage,
                List.of("1.2.3.4", UID.JPEG2000Lossless, UID.ImplicitVRLittleEndian)))
        .contains(UID.JPEG2000Lossless);
    assertThat(
            policy.chooseTransferSyntax(
                from("ANY"),
                UID.StudyRootQueryRetrieveInformationModelFind,
                List.of(UID.JPEG2000Lossless, UID.ImplicitVRLittleEndian)))
        .contains(UID.ImplicitVRLittleEndian);
  }

  @Test
  void takesPrivateClassesAndSyntaxesOnlyWhenAllowed() {
    List<String> proposed = List.of("1.2.3.4");
    assertThat(policy.supports(from("ANY"), PRIVATE_CLASS)).isFalse();
    assertThat(policy.chooseTransferSyntax(from("ANY"), PRIVATE_CLASS, proposed)).isEmpty();
    server.acceptUnknown(true);
    assertThat(policy.supports(from("ANY"), PRIVATE_CLASS)).isTrue();
    assertThat(policy.supports(from("ANY"), UID.ModalityWorklistInformationModelFind)).isFalse();
    assertThat(policy.chooseTransferSyntax(from("ANY"), PRIVATE_CLASS, proposed))
        .contains("1.2.3.4");
  }
}
