package org.lucina.endpoint.orthanc;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.LocalContext;

/** Endpoints for a real Orthanc, and objects to put there. */
final class OrthancFixture {
  static final Set<View> FILE = Set.of(View.FILE);
  static final Set<View> TAGS = Set.of(View.TAGS);

  private OrthancFixture() {}

  static Endpoint endpoint(OrthancServer server, String... more) throws Exception {
    try (LocalContext context = new LocalContext()) {
      return endpoint(server, context, more);
    }
  }

  static Endpoint endpoint(OrthancServer server, LocalContext context, String... more)
      throws Exception {
    Map<String, String> properties = new HashMap<>();
    properties.put("url", server.url());
    properties.put("user", OrthancServer.USER);
    properties.put("password", OrthancServer.PASSWORD);
    for (int i = 0; i < more.length; i += 2) {
      properties.put(more[i], more[i + 1]);
    }
    OrthancProvider provider = new OrthancProvider();
    Configuration config = provider.configSpec().check(properties);
    return provider.create("test", config, context);
  }

  static Dixel dixel(SyntheticObject object) {
    byte[] file = object.file();
    Reference reference = Reference.of(DicomLevel.INSTANCE, object.dataSet()).orElseThrow();
    return Dixel.of(reference)
        .file(Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file)))
        .build();
  }

  static Dixel whole(Reference reference, SyntheticObject... objects) {
    return Dixel.of(reference)
        .children(() -> Stream.of(objects).map(OrthancFixture::dixel))
        .build();
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

  static String handle(Endpoint endpoint, Reference reference, String method, String... arguments)
      throws Exception {
    return call(endpoint, Optional.of(reference), method, arguments);
  }

  static String handle(Endpoint endpoint, String method, String... arguments) throws Exception {
    return call(endpoint, Optional.empty(), method, arguments);
  }

  private static String call(
      Endpoint endpoint, Optional<Reference> reference, String name, String... arguments)
      throws Exception {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      values.put(arguments[i], arguments[i + 1]);
    }
    Configuration checked =
        endpoint.capabilities().methods().stream()
            .filter(method -> method.name().equals(name))
            .findFirst()
            .orElseThrow()
            .arguments()
            .check(values);
    return endpoint.handle(reference, name, checked);
  }
}
