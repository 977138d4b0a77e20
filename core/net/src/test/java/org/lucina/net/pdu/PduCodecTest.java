package org.lucina.net.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lucina.net.pdu.UserInformation.CommonExtended;
import org.lucina.net.pdu.UserInformation.Extended;
import org.lucina.net.pdu.UserInformation.Identity;
import org.lucina.net.pdu.UserInformation.Role;
import org.lucina.net.pdu.UserInformation.Window;

/** PDUs byte by byte, as PS3.8 9.3 and PS3.7 D.3.3 draw them. */
class PduCodecTest {
  private static final String APPLICATION = "1.2.840.10008.3.1.1.1";

  @Test
  void fixedPdus() {
    assertThat(hex(PduEncoder.releaseRq())).isEqualTo("05000000000400000000");
    assertThat(hex(PduEncoder.releaseRp())).isEqualTo("06000000000400000000");
    assertThat(hex(PduEncoder.encode(new Abort(2, 6)))).isEqualTo("07000000000400000206");
    assertThat(hex(PduEncoder.encode(new AssociateRj(1, 1, 7)))).isEqualTo("03000000000400010107");
  }

  @Test
  void rejectionAndAbortAreRead() throws Exception {
    assertThat(PduDecoder.associateRj(bytes("00020302"))).isEqualTo(new AssociateRj(2, 3, 2));
    assertThat(PduDecoder.abort(bytes("00000201"))).isEqualTo(new Abort(2, 1));
    assertThat(new AssociateRj(2, 3, 2).describe()).contains("local limit exceeded");
    assertThat(new Abort(2, 1).describe()).contains("unrecognized PDU");
  }

  @Test
  void aMinimalRequestIsTheseBytes() {
    byte[] pdu = PduEncoder.encode(request(minimal()));
    String expected =
        "01000000009e" // type, length 158
            + "00010000"
            + ascii("LUCINA          ")
            + ascii("TESTER          ")
            + "00".repeat(32)
            + "10000015"
            + ascii(APPLICATION)
            + "2000002a" // one context
            + "01000000"
            + "3000000d"
            + ascii("1.2.840.10008")
            + "40000011"
            + ascii("1.2.840.10008.1.2")
            + "5000000f"
            + "51000004"
            + "00004000"
            + "52000003"
            + ascii("1.2");
    assertThat(hex(pdu)).isEqualTo(expected);
  }

  @Test
  void anAcceptanceIsTheseBytes() {
    AssociateAc ac =
        new AssociateAc(
            1,
            "LUCINA",
            "TESTER",
            APPLICATION,
            List.of(new AssociateAc.Result(3, 4, "1.2.840.10008.1.2")),
            minimal());
    String pdu = hex(PduEncoder.encode(ac));
    assertThat(pdu).startsWith("0200").contains("2100001903000400" + "40000011");
  }

  @Test
  void everySubItemIsTheseBytes() {
    ItemWriter out = new ItemWriter();
    UserInformationCodec.write(complete(), out);
    String expected =
        "5100000400010000"
            + ("52000003" + ascii("1.2"))
            + "530000040002"
            + "0003"
            + ("54000009" + "0005" + ascii("1.2.3") + "0001")
            + ("55000002" + ascii("V1"))
            + ("56000009" + "0005" + ascii("1.2.3") + "0102")
            + ("5700001a" + "0005" + ascii("1.2.3") + "0003" + ascii("1.4"))
            + ("000c" + "0003" + ascii("1.5") + "0005" + ascii("1.6.7"))
            + ("5800000a" + "0201" + "0002" + ascii("me") + "0002" + ascii("pw"))
            + ("59000003" + "0001" + "09");
    // Common extended negotiation has its own length fields inside the item.
    assertThat(hex(out.toBytes())).isEqualTo(expected);
  }

  @Test
  void everySubItemIsReadBack() throws Exception {
    AssociateRq read = PduDecoder.associateRq(body(PduEncoder.encode(request(complete()))));
    assertThat(read).usingRecursiveComparison().isEqualTo(request(complete()));
  }

  @Test
  void unknownItemsAreSkipped() throws Exception {
    byte[] body = body(PduEncoder.encode(request(minimal())));
    byte[] more = Arrays.copyOf(body, body.length + 6);
    more[body.length] = 0x66;
    more[body.length + 3] = 2;
    assertThat(PduDecoder.associateRq(more)).isEqualTo(request(minimal()));
  }

  @Test
  void paddingAroundTitlesAndUidsDoesNotCount() throws Exception {
    byte[] body = body(PduEncoder.encode(request(minimal())));
    byte[] shifted = body.clone();
    System.arraycopy("  LUCINA\0\0      ".getBytes(), 0, shifted, 4, 16);
    assertThat(PduDecoder.associateRq(shifted).calledAeTitle()).isEqualTo("LUCINA");
  }

  @Test
  void lengthsBeyondTheirItemAreRefused() {
    byte[] body = body(PduEncoder.encode(request(complete())));
    for (int at = 68; at < body.length; at++) {
      byte[] lying = body.clone();
      lying[at] = (byte) 0xFF;
      try {
        PduDecoder.associateRq(lying);
      } catch (PduException e) {
        assertThat(e.reason()).isEqualTo(Abort.INVALID_PDU_PARAMETER_VALUE);
      }
    }
    byte[] short1 = Arrays.copyOf(body, body.length - 1);
    assertThatThrownBy(() -> PduDecoder.associateRq(short1)).isInstanceOf(PduException.class);
  }

  @Test
  void randomBytesGiveAPduExceptionOrARequestButNothingElse() {
    Random random = new Random(8);
    for (int round = 0; round < 20_000; round++) {
      byte[] body = body(PduEncoder.encode(request(complete())));
      for (int change = 0; change < 1 + round % 20; change++) {
        body[random.nextInt(body.length)] = (byte) random.nextInt();
      }
      byte[] cut = Arrays.copyOf(body, random.nextInt(body.length + 1));
      try {
        assertThat(PduDecoder.associateRq(cut).contexts()).hasSizeLessThanOrEqualTo(128);
      } catch (PduException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void contextIdsAreOddAndUnique() {
    for (int id : new int[] {0, 2, 254}) {
      AssociateRq even = withContexts(context(id));
      assertThatThrownBy(() -> decode(even)).hasMessageContaining("context ID " + id);
    }
    AssociateRq twice = withContexts(context(5), context(5));
    assertThatThrownBy(() -> decode(twice)).hasMessageContaining("proposed twice");
  }

  @Test
  void aMaximumLengthThatHoldsNothingIsRefused() {
    UserInformation tiny = userInformation(7);
    assertThatThrownBy(() -> decode(request(tiny))).isInstanceOf(PduException.class);
  }

  @Test
  void aMaximumLengthBeyondIntegersIsTheLargestInteger() throws Exception {
    assertThat(decode(request(userInformation(-1))).userInformation().maxLength())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void titlesOfMoreThan16CharactersCannotBeSent() {
    AssociateRq rq = new AssociateRq(1, "A".repeat(17), "B", APPLICATION, List.of(), minimal());
    assertThatThrownBy(() -> PduEncoder.encode(rq)).isInstanceOf(IllegalArgumentException.class);
  }

  private static AssociateRq decode(AssociateRq rq) throws PduException {
    return PduDecoder.associateRq(body(PduEncoder.encode(rq)));
  }

  private static AssociateRq request(UserInformation info) {
    return new AssociateRq(
        1,
        "LUCINA",
        "TESTER",
        APPLICATION,
        List.of(new AssociateRq.Context(1, "1.2.840.10008", List.of("1.2.840.10008.1.2"))),
        info);
  }

  private static AssociateRq withContexts(AssociateRq.Context... contexts) {
    return new AssociateRq(1, "A", "B", APPLICATION, List.of(contexts), minimal());
  }

  private static AssociateRq.Context context(int id) {
    return new AssociateRq.Context(id, "1.2.3", List.of("1.2.840.10008.1.2"));
  }

  private static UserInformation minimal() {
    return userInformation(16384);
  }

  private static UserInformation userInformation(int maxLength) {
    return new UserInformation(
        maxLength,
        "1.2",
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static UserInformation complete() {
    return new UserInformation(
        65536,
        "1.2",
        "V1",
        Optional.of(new Window(2, 3)),
        List.of(new Role("1.2.3", false, true)),
        List.of(new Extended("1.2.3", new byte[] {1, 2})),
        List.of(new CommonExtended("1.2.3", "1.4", List.of("1.5", "1.6.7"))),
        Optional.of(new Identity(2, true, "me".getBytes(), "pw".getBytes())),
        Optional.of(new byte[] {9}));
  }

  private static byte[] body(byte[] pdu) {
    return Arrays.copyOfRange(pdu, PduType.HEADER_LENGTH, pdu.length);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String ascii(String text) {
    return hex(text.getBytes());
  }
}
