package org.lucina.endpoint.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.LocalContext;

/** Endpoints for services, and dixels to put there. */
final class Services {
  private Services() {}

  static Endpoint endpoint(String url, String... more) throws Exception {
    Map<String, String> properties = new HashMap<>();
    properties.put("url", url);
    for (int i = 0; i < more.length; i += 2) {
      properties.put(more[i], more[i + 1]);
    }
    DicomWebProvider provider = new DicomWebProvider();
    try (LocalContext context = new LocalContext()) {
      return provider.create("test", provider.configSpec().check(properties), context);
    }
  }

  static Dixel dixel(SyntheticObject object) {
    byte[] file = object.file();
    return Dixel.of(reference(object))
        .file(Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file)))
        .build();
  }

  static Reference reference(SyntheticObject object) {
    return Reference.of(DicomLevel.INSTANCE, object.dataSet()).orElseThrow();
  }

  static Dixel whole(Reference reference, SyntheticObject... objects) {
    return Dixel.of(reference).children(() -> Stream.of(objects).map(Services::dixel)).build();
  }

  static List<Dixel> find(Endpoint endpoint, Query query) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    endpoint.find(query, found::add);
    return found;
  }

  static List<String> identifiers(Endpoint endpoint, DicomLevel level, String query)
      throws EndpointException {
    return find(endpoint, Query.parse(level, query)).stream()
        .map(dixel -> dixel.reference().identifier().orElseThrow())
        .sorted()
        .toList();
  }

  static byte[] bytes(Dixel dixel) throws IOException {
    try (InputStream in = dixel.file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }
}
