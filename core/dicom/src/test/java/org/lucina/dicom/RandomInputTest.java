package org.lucina.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.charset.CharacterSet;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;
import org.lucina.dicom.value.AgeString;
import org.lucina.dicom.value.DateRange;
import org.lucina.dicom.value.DateTimeRange;
import org.lucina.dicom.value.DecimalString;
import org.lucina.dicom.value.IntegerString;
import org.lucina.dicom.value.PersonName;
import org.lucina.dicom.value.TimeRange;
import org.lucina.dicom.xml.NativeXml;

/**
 * Feeds random changes of good input to every parser of text: each answers, or tells what is wrong
 * by the exception that it promises. The seeds are fixed, so that a failure comes again.
 */
class RandomInputTest {
  private static final int ROUNDS = 20_000;
  private static final List<List<String>> SETS =
      List.of(
          List.of(),
          List.of("ISO_IR 192"),
          List.of("GB18030"),
          List.of("GBK"),
          List.of("ISO_IR 13"),
          List.of("ISO 2022 IR 13", "ISO 2022 IR 87", "ISO 2022 IR 159"),
          List.of("", "ISO 2022 IR 149", "ISO 2022 IR 58", "ISO 2022 IR 100"));
  private static final List<String> PIECES =
      List.of(
          "\u001b",
          "\u001b$B",
          "\u001b$(D",
          "\u001b$)C",
          "\u001b(J",
          "\u001b-A",
          "\\",
          "^",
          "=",
          "\r",
          "a",
          "~",
          ";3",
          "\u00b1\u00e6",
          "\u0081\\",
          "\u00ff",
          "\0",
          " ");

  private static DataSet sample() {
    return new DataSet()
        .set(Tag.SpecificCharacterSet, "ISO_IR 192")
        .set(Tag.ImageType, "ORIGINAL", "", "AXIAL")
        .set(Tag.PatientName, "Yamada^Tarou=山田^太郎", "Zoë")
        .set(Tag.PatientSize, "1.80")
        .set(Tag.Rows, VR.US, 512)
        .set(0x00720074, VR.FD, Math.PI)
        .set(0x00091001, VR.UN, new byte[] {1, 2, 3, 4})
        .set(
            Tag.ReferencedSeriesSequence,
            List.of(new DataSet().set(Tag.Modality, "CT"), new DataSet()));
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] copy = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(copy.length);
      copy[at] = random.nextBoolean() ? copy[random.nextInt(copy.length)] : (byte) random.nextInt();
    }
    return java.util.Arrays.copyOf(copy, copy.length - random.nextInt(2) * random.nextInt(9));
  }

  @Test
  void jsonIsReadOrRefused() throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    DicomJson.write(sample(), json);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] input = mutated(json.toByteArray(), random);
      try {
        DataSet read = DicomJson.read(new ByteArrayInputStream(input), ReadLimits.DEFAULT);
        DicomJson.write(read, new ByteArrayOutputStream(), (path, element) -> Optional.of("x"));
      } catch (DicomFormatException fault) {
        refused++;
      }
    }
    assertThat(refused).isBetween(ROUNDS / 10, ROUNDS - 1);
  }

  @Test
  void xmlIsReadOrRefused() throws IOException {
    ByteArrayOutputStream xml = new ByteArrayOutputStream();
    NativeXml.write(sample(), xml, (path, element) -> Optional.empty());
    Random random = new Random(2);
    int refused = 0;
    for (int i = 0; i < ROUNDS / 4; i++) {
      byte[] input = mutated(xml.toByteArray(), random);
      try {
        DataSet read = NativeXml.read(new ByteArrayInputStream(input), ReadLimits.DEFAULT);
        NativeXml.write(read, new ByteArrayOutputStream(), (path, element) -> Optional.of("x"));
      } catch (DicomFormatException fault) {
        refused++;
      }
    }
    assertThat(refused).isBetween(ROUNDS / 40, ROUNDS / 4 - 1);
  }

  @Test
  void bytesAreDecodedInEverySet() {
    Random random = new Random(3);
    int encodable = 0;
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      Bytes value = Bytes.of(text.toString().getBytes(StandardCharsets.ISO_8859_1));
      CharacterSet set = CharacterSet.of(SETS.get(random.nextInt(SETS.size())));
      VR vr = random.nextBoolean() ? VR.PN : VR.LT;

      String decoded = set.decode(value, vr);

      if (set.canEncode(decoded)) {
        Bytes encoded = Bytes.of(set.encode(decoded, vr));
        assertThat(set.decode(encoded, vr)).isEqualTo(decoded);
        encodable++;
      }
    }
    assertThat(encodable).isGreaterThan(ROUNDS / 10);
  }

  @Test
  void valuesAreParsedOrEmpty() {
    String alphabet = "0123456789-+.:eE^= DWMYx";
    Random random = new Random(4);
    int parsed = 0;
    for (int i = 0; i < ROUNDS * 5; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(20); j > 0; j--) {
        int choices = random.nextInt(3) == 0 ? alphabet.length() : 14;
        text.append(alphabet.charAt(random.nextInt(choices)));
      }
      String value = text.toString();
      parsed += DateRange.parse(value).isPresent() ? 1 : 0;
      parsed += TimeRange.parse(value).isPresent() ? 1 : 0;
      parsed += DateTimeRange.parse(value, ZoneOffset.UTC).isPresent() ? 1 : 0;
      parsed += DecimalString.parse(value).isPresent() ? 1 : 0;
      parsed += IntegerString.parse(value).isPresent() ? 1 : 0;
      parsed += AgeString.parse(value).isPresent() ? 1 : 0;
      String name = PersonName.parse(value).toString();
      assertThat(PersonName.parse(name)).hasToString(name);
    }
    assertThat(parsed).isPositive();
  }
}
