package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.UID;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.dicom.testing.Tool;

/** TLS in both roles, with and without client certificates, against DCMTK. */
class DcmtkTlsTest {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(1);
  @TempDir static Path keys;
  @TempDir Path folder;
  private static Certificates ours;
  private static Certificates theirs;

  @BeforeAll
  static void makeKeys() throws Exception {
    Tool.assumeInstalled("echoscu");
    ours = Certificates.make(keys, "ours");
    theirs = Certificates.make(keys, "theirs");
  }

  @Test
  void echoscuWithoutCertificate() throws Exception {
    try (Listening scp = listen(false)) {
      Tool.run(
          folder,
          "echoscu",
          "+tla",
          "+cf",
          ours.certificatePem.toString(),
          "127.0.0.1",
          "" + scp.port());
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void echoscuWithCertificate() throws Exception {
    AtomicReference<Optional<Principal>> peer = new AtomicReference<>();
    Listening.Settings settings = settings(true);
    AssociationPolicy policy =
        new Listening.AcceptAll() {
          @Override
          public Optional<Rejection> admit(
              AssociationRequest request, InetAddress address, Optional<Principal> tlsPeer) {
            peer.set(tlsPeer);
            return Optional.empty();
          }
        };
    try (Listening scp =
        Listening.with(settings, policy, Map.of(UID.Verification, exchange -> {}))) {
      Tool.run(
          folder,
          "echoscu",
          "+tls",
          theirs.keyPem.toString(),
          theirs.certificatePem.toString(),
          "+cf",
          ours.certificatePem.toString(),
          "127.0.0.1",
          "" + scp.port());
      assertThat(peer.get().map(Principal::getName)).contains("CN=theirs");
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void echoscuWithoutTheCertificateThatIsRequiredStaysOutside() throws Exception {
    try (Listening scp = listen(true);
        Tool echoscu =
            Tool.start(
                folder,
                "echoscu",
                "+tla",
                "+cf",
                ours.certificatePem.toString(),
                "127.0.0.1",
                "" + scp.port())) {
      assertThat(echoscu.exitCode()).isNotZero();
      assertThat(scp.opened).isEmpty();
    }
  }

  @Test
  void storescuAndFindscu() throws Exception {
    MemoryArchive archive = new MemoryArchive(0);
    for (int number = 1; number <= 5; number++) {
      OBJECTS.small(1, 1, 1, number).writeTo(folder);
    }
    try (Listening scp = Listening.with(settings(false), archive.services())) {
      String[] tls = {"+tla", "+cf", ours.certificatePem.toString()};
      Tool.run(
          folder,
          "storescu",
          tls[0],
          tls[1],
          tls[2],
          "127.0.0.1",
          "" + scp.port(),
          "+sd",
          "+sp",
          "*.dcm",
          ".");
      assertThat(archive.objects).hasSize(5);
      archive.objects.addAll(Collections.nCopies(20_000, archive.objects.get(0)));
      String output =
          Tool.run(
              folder,
              "findscu",
              tls[0],
              tls[1],
              tls[2],
              "-v",
              "-S",
              "--cancel",
              "3",
              "-k",
              "QueryRetrieveLevel=IMAGE",
              "127.0.0.1",
              "" + scp.port());
      assertThat(output).contains("Cancel");
      assertThat(archive.cancelledAfter).isBetween(3, 19_999);
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void ourScuToStorescp() throws Exception {
    int port = Tool.freePort();
    try (Tool storescp =
        Tool.start(
            folder,
            "storescp",
            "+tls",
            theirs.keyPem.toString(),
            theirs.certificatePem.toString(),
            "+cf",
            ours.certificatePem.toString(),
            "-od",
            ".",
            "" + port)) {
      storescp.listeningOn(port);
      try (Association scu =
          Associations.open(
              Requests.of(UID.SecondaryCaptureImageStorage, UID.Verification),
              options(port, ours.context(Optional.of(theirs))))) {
        assertThat(scu.echo().status()).isZero();
        AcceptedContext context = scu.contextsFor(UID.SecondaryCaptureImageStorage).get(0);
        Response response =
            scu.store(
                context,
                UID.SecondaryCaptureImageStorage,
                OBJECTS.small(1, 1, 1, 1).sopInstance(),
                Optional.empty(),
                DataSets.source(OBJECTS.small(1, 1, 1, 1).dataSet(), context.transferSyntax()));
        assertThat(response.status()).isZero();
      }
    }
  }

  @Test
  void anUntrustedServerIsRefused() throws Exception {
    try (Listening scp = listen(false)) {
      SSLContext context = ours.context(Optional.of(theirs));
      assertThatThrownBy(
              () -> Associations.open(Requests.of(UID.Verification), options(scp.port(), context)))
          .isInstanceOf(IOException.class);
      assertThat(scp.opened).isEmpty();
    }
  }

  private static Listening listen(boolean requireCertificate) throws Exception {
    return Listening.with(settings(requireCertificate), Map.of(UID.Verification, exchange -> {}));
  }

  private static Listening.Settings settings(boolean requireCertificate) throws Exception {
    Listening.Settings settings = new Listening.Settings();
    settings.tls = Optional.of(ours.context(Optional.of(theirs)));
    settings.requireClientCertificate = requireCertificate;
    return settings;
  }

  private static ConnectOptions options(int port, SSLContext context) {
    return new ConnectOptions(
        "127.0.0.1",
        port,
        Optional.of(context),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Map.of());
  }
}
