package org.lucina.anonymizer.rules;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tags;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.mint.keyed.UidRandomProvider;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.testing.LocalContext;

/** Anonymizers of some rules, and objects for them. */
abstract class GivenRules {
  static final SyntheticObjects OBJECTS = new SyntheticObjects(5);

  final LocalContext server = new LocalContext();

  @AfterEach
  void close() {
    server.close();
  }

  Anonymizer anonymizer(String rules, Map<String, String> properties) throws Exception {
    Map<String, String> all = new HashMap<>(properties);
    all.put("rules", rules);
    return create(all);
  }

  Anonymizer create(Map<String, String> properties) throws Exception {
    RulesProvider provider = new RulesProvider();
    return provider.create("test", provider.configSpec().check(properties), server);
  }

  Map<String, String> mint() throws Exception {
    UidRandomProvider provider = new UidRandomProvider();
    Map<String, String> properties = Map.of("key", "0123456789abcdef0123456789abcdef");
    server.with("mint", provider.create("mint", provider.configSpec().check(properties), server));
    return Map.of("mint", "mint");
  }

  static Dixel dixel(SyntheticObject object) {
    byte[] file = object.file();
    Content content =
        Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file));
    return Dixel.of(Reference.of(DicomLevel.INSTANCE, object.dataSet()).orElseThrow())
        .file(content)
        .build();
  }

  static byte[] bytes(Anonymized result) throws Exception {
    try (InputStream in = result.dixel().file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }

  static DicomFile read(Anonymized result) throws Exception {
    return read(bytes(result));
  }

  static DicomFile read(byte[] file) throws Exception {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      return reader.readFile();
    }
  }

  static String name(Element element) {
    return Tags.format(element.tag());
  }
}
