package org.lucina.anonymizer.diana;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.mint.diana.DianaGuidProvider;
import org.lucina.mint.diana.DianaUidProvider;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.testing.LocalContext;

/** Anonymizers with DIANA's mints, and what they make. */
final class GivenShams {
  private GivenShams() {}

  static Anonymizer open(String... properties) throws Exception {
    LocalContext server = new LocalContext();
    DianaGuidProvider persons = new DianaGuidProvider();
    DianaUidProvider uids = new DianaUidProvider();
    server.with(
        "people",
        persons.create("people", persons.configSpec().check(Map.of("nameless", "join")), server));
    server.with("uids", uids.create("uids", uids.configSpec().check(Map.of()), server));
    Map<String, String> all = new HashMap<>(Map.of("guid-mint", "people", "uid-mint", "uids"));
    for (int i = 0; i < properties.length; i += 2) {
      all.put(properties[i], properties[i + 1]);
    }
    DianaShamProvider provider = new DianaShamProvider();
    return provider.create("test", provider.configSpec().check(all), server);
  }

  static Dixel dixel(SyntheticObject object) {
    byte[] file = object.file();
    return Dixel.of(Reference.of(DicomLevel.INSTANCE, object.dataSet()).orElseThrow())
        .file(Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file)))
        .build();
  }

  static DataSet read(Anonymized made) throws IOException {
    try (InputStream in = made.dixel().file().orElseThrow().open();
        DicomReader reader = DicomReader.of(in, DicomReader.Options.IN_MEMORY)) {
      return reader.readFile().dataSet();
    }
  }
}
