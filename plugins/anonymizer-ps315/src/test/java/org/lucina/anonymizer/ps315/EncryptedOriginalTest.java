package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.ExternalTool;
import org.lucina.spi.ProviderException;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.testing.LocalContext;

/** Who holds a recipient's key gets back what was changed, with OpenSSL alone. */
class EncryptedOriginalTest {
  @TempDir private Path folder;
  private ExternalTool openssl;

  @BeforeEach
  void makeRecipients() throws Exception {
    openssl = ExternalTool.orSkip("openssl", "openssl");
    recipient("one", "rsa:2048");
    recipient("two", "rsa:2048");
    Files.write(
        folder.resolve("both.pem"),
        (Files.readString(folder.resolve("one.pem")) + Files.readString(folder.resolve("two.pem")))
            .getBytes(StandardCharsets.US_ASCII));
  }

  private void recipient(String name, String key) throws Exception {
    openssl.run(
        "req",
        "-x509",
        "-newkey",
        key,
        "-nodes",
        "-subj",
        "/CN=" + name,
        "-days",
        "30",
        "-keyout",
        folder.resolve(name + ".key").toString(),
        "-out",
        folder.resolve(name + ".pem").toString());
  }

  @Test
  void isReadByEachRecipientAndNobodyElse() throws Exception {
    try (LocalContext server = Given.server().folder(folder.resolve("server"))) {
      DataSet result = Given.read(open(server, "both.pem").anonymize(Given.dixel(original())));
      assertThat(Texts.of(result)).doesNotContain("Findus");
      DataSet item = result.items(Tag.EncryptedAttributesSequence).get(0);
      assertThat(item.string(Tag.EncryptedContentTransferSyntaxUID))
          .hasValue(UID.ExplicitVRLittleEndian);
      Path content = folder.resolve("content.der");
      Files.write(content, item.bytes(Tag.EncryptedContent).orElseThrow().toArray());

      for (String each : List.of("one", "two")) {
        DataSet before = decrypted(content, each);
        assertThat(before.string(Tag.PatientName)).hasValue("Findus^Pettersson^Åke");
        assertThat(before.string(Tag.SOPInstanceUID)).hasValue("1.2.3.4");
        assertThat(before.items(Tag.RequestAttributesSequence).get(0).string(Tag.AccessionNumber))
            .hasValue("A-1");
        assertThat(before.contains(Tag.Modality)).isFalse();
      }
      recipient("three", "rsa:2048");
      assertThat(decrypt(content, "three").status()).isNotZero();
    }
  }

  @Test
  void hasNoBulkValuesWhereverTheyWere() throws Exception {
    DataSet icon =
        new DataSet().set(Tag.Rows, VR.US, 100).set(Tag.PixelData, VR.OB, new byte[10_000]);
    DataSet data = original().set(Tag.IconImageSequence, List.of(icon));
    try (LocalContext server = Given.server().folder(folder.resolve("server"))) {
      DataSet result = Given.read(open(server, "one.pem").anonymize(Given.dixel(data)));
      Path content = folder.resolve("content.der");
      DataSet item = result.items(Tag.EncryptedAttributesSequence).get(0);
      Files.write(content, item.bytes(Tag.EncryptedContent).orElseThrow().toArray());

      DataSet before = decrypted(content, "one").items(Tag.IconImageSequence).get(0);
      assertThat(before.integer(Tag.Rows)).hasValue(100);
      assertThat(before.contains(Tag.PixelData)).isFalse();
    }
  }

  @Test
  void isTheSameEachTimeOnOneServerAndAnotherForOtherContent() throws Exception {
    DataSet other = original().set(Tag.PatientID, "PID-4712");
    byte[] first;
    try (LocalContext server = Given.server().folder(folder.resolve("server"))) {
      first = Given.bytes(open(server, "one.pem").anonymize(Given.dixel(original())));
    }
    try (LocalContext server = Given.server().folder(folder.resolve("server"))) {
      Anonymizer again = open(server, "one.pem");
      assertThat(Given.bytes(again.anonymize(Given.dixel(original())))).isEqualTo(first);
      assertThat(sealed(Given.bytes(again.anonymize(Given.dixel(other)))))
          .isNotEqualTo(sealed(first));
    }
    try (LocalContext server = Given.server().folder(folder.resolve("another"))) {
      byte[] elsewhere = Given.bytes(open(server, "one.pem").anonymize(Given.dixel(original())));
      assertThat(sealed(elsewhere)).isNotEqualTo(sealed(first));
    }
  }

  @Test
  void takesKeysOfRsaOnly() throws Exception {
    openssl.run(
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-subj",
        "/CN=ec",
        "-keyout",
        folder.resolve("ec.key").toString(),
        "-out",
        folder.resolve("ec.pem").toString());
    Files.writeString(folder.resolve("no.pem"), "nothing");
    try (LocalContext server = Given.server().folder(folder.resolve("server"))) {
      for (String each : List.of("ec.pem", "no.pem", "absent.pem")) {
        assertThatThrownBy(() -> open(server, each))
            .isInstanceOf(ProviderException.class)
            .hasMessageContaining("encrypt-for");
      }
    }
  }

  private static List<Integer> sealed(byte[] file) throws Exception {
    byte[] content =
        Given.read(file)
            .dataSet()
            .items(Tag.EncryptedAttributesSequence)
            .get(0)
            .bytes(Tag.EncryptedContent)
            .orElseThrow()
            .toArray();
    return List.of(java.util.Arrays.hashCode(content), content.length);
  }

  private Anonymizer open(LocalContext server, String certificates) throws Exception {
    return Given.anonymizer(server, Map.of("encrypt-for", folder.resolve(certificates).toString()));
  }

  private static DataSet original() {
    return Given.object()
        .set(Tag.SpecificCharacterSet, "ISO_IR 192")
        .set(Tag.PatientName, "Findus^Pettersson^Åke")
        .set(Tag.RequestAttributesSequence, List.of(new DataSet().set(Tag.AccessionNumber, "A-1")));
  }

  private ExternalTool.Result decrypt(Path content, String name) throws Exception {
    return openssl.run(
        "cms",
        "-decrypt",
        "-binary",
        "-inform",
        "DER",
        "-in",
        content.toString(),
        "-inkey",
        folder.resolve(name + ".key").toString(),
        "-recip",
        folder.resolve(name + ".pem").toString(),
        "-out",
        folder.resolve("plain").toString());
  }

  private DataSet decrypted(Path content, String name) throws Exception {
    ExternalTool.Result result = decrypt(content, name);
    assertThat(result.status()).as(result.output()).isZero();
    byte[] plain = Files.readAllBytes(folder.resolve("plain"));
    try (DicomReader reader =
        DicomReader.ofDataSet(
            new ByteArrayInputStream(plain),
            TransferSyntax.EXPLICIT_LE,
            DicomReader.Options.IN_MEMORY)) {
      List<DataSet> items = reader.readDataSet().items(Tag.ModifiedAttributesSequence);
      assertThat(items).hasSize(1);
      return items.get(0);
    }
  }
}
