package org.lucina.net.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.UID;
import org.lucina.net.pdu.UserInformation.CommonExtended;
import org.lucina.net.pdu.UserInformation.Extended;
import org.lucina.net.pdu.UserInformation.Identity;
import org.lucina.net.pdu.UserInformation.Role;
import org.lucina.net.pdu.UserInformation.Window;

/** Any bytes are decoded as a PDU, or refused; what was decoded is encoded and decoded the same. */
class PduFuzzTest {
  private static final int HEADER = 6;

  private static final UserInformation FULL =
      new UserInformation(
          16384,
          "1.2",
          "V1",
          Optional.of(new Window(2, 3)),
          List.of(new Role(UID.CTImageStorage, true, true)),
          List.of(new Extended(UID.CTImageStorage, new byte[] {1, 1})),
          List.of(new CommonExtended(UID.CTImageStorage, "1.3", List.of("1.4", "1.5"))),
          Optional.of(new Identity(2, true, new byte[] {'a'}, new byte[] {'b'})),
          Optional.of(new byte[] {5}));

  static Stream<byte[]> seeds() {
    AssociateRq rq =
        new AssociateRq(
            1,
            "LUCINA",
            "TESTER",
            "1.2.840.10008.3.1.1.1",
            List.of(
                new AssociateRq.Context(
                    1,
                    UID.CTImageStorage,
                    List.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian))),
            FULL);
    AssociateAc ac =
        new AssociateAc(
            1,
            "LUCINA",
            "TESTER",
            "1.2.840.10008.3.1.1.1",
            List.of(new AssociateAc.Result(1, 0, UID.ImplicitVRLittleEndian)),
            FULL);
    return Stream.of(
        PduEncoder.encode(rq),
        PduEncoder.encode(ac),
        PduEncoder.encode(new AssociateRj(1, 1, 7)),
        PduEncoder.encode(new Abort(2, 6)));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void pdu(byte[] pdu) {
    Optional<byte[]> encoded = encodedAgain(pdu);
    encoded.ifPresent(first -> assertThat(encodedAgain(first).orElseThrow()).isEqualTo(first));
  }

  private static Optional<byte[]> encodedAgain(byte[] pdu) {
    if (pdu.length < HEADER) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOfRange(pdu, HEADER, pdu.length);
    try {
      return switch (pdu[0]) {
        case 1 -> Optional.of(PduEncoder.encode(PduDecoder.associateRq(body)));
        case 2 -> Optional.of(PduEncoder.encode(PduDecoder.associateAc(body)));
        case 3 -> Optional.of(PduEncoder.encode(PduDecoder.associateRj(body)));
        case 7 -> Optional.of(PduEncoder.encode(PduDecoder.abort(body)));
        default -> Optional.empty();
      };
    } catch (PduException refused) {
      return Optional.empty();
    }
  }
}
