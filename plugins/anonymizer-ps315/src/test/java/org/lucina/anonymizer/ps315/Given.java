package org.lucina.anonymizer.ps315;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.mint.keyed.KeyedPseudonymProvider;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.testing.LocalContext;

/** Anonymizers of one mint, and instances for them. */
final class Given {
  static final String NAME = "Findus^Pettersson";
  static final String ID = "PID-4711";

  private Given() {}

  /** A server with a mint. */
  static LocalContext server() throws Exception {
    LocalContext server = new LocalContext();
    return server.with("mint", mint(server));
  }

  private static Mint mint(LocalContext server) throws Exception {
    KeyedPseudonymProvider provider = new KeyedPseudonymProvider();
    Map<String, String> key = Map.of("key", "0123456789abcdef0123456789abcdef");
    return provider.create("mint", provider.configSpec().check(key), server);
  }

  static Anonymizer anonymizer(LocalContext server, Map<String, String> properties)
      throws Exception {
    Map<String, String> all = new HashMap<>(properties);
    all.put("mint", "mint");
    Ps315Provider provider = new Ps315Provider();
    return provider.create("test", provider.configSpec().check(all), server);
  }

  /** An object of a SOP class with no more than it needs. */
  static DataSet object(String sopClass) {
    return new DataSet()
        .set(Tag.SOPClassUID, sopClass)
        .set(Tag.SOPInstanceUID, "1.2.3.4")
        .set(Tag.StudyInstanceUID, "1.2.3")
        .set(Tag.SeriesInstanceUID, "1.2.3.3")
        .set(Tag.Modality, "OT")
        .set(Tag.PatientName, NAME)
        .set(Tag.PatientID, ID);
  }

  static DataSet object() {
    return object(UID.CTImageStorage);
  }

  static Dixel dixel(DataSet data) {
    return dixel(new SyntheticObject("given", TransferSyntax.EXPLICIT_LE, data).file());
  }

  static Dixel dixel(byte[] file) {
    Content content =
        Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file));
    return Dixel.of(Reference.key(DicomLevel.INSTANCE, "given")).file(content).build();
  }

  static byte[] bytes(Anonymized result) throws Exception {
    try (InputStream in = result.dixel().file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }

  static DataSet read(Anonymized result) throws Exception {
    return read(bytes(result)).dataSet();
  }

  static DicomFile read(byte[] file) throws Exception {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      return reader.readFile();
    }
  }
}
