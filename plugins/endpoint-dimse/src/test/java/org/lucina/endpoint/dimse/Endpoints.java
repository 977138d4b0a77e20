package org.lucina.endpoint.dimse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.lucina.spi.server.RemoteAe;
import org.lucina.spi.testing.LocalContext;

/** What tests of the endpoint do with it again and again. */
final class Endpoints {
  private Endpoints() {}

  /** A context whose remote AE {@code pacs} listens on a port of the loopback interface. */
  static LocalContext context(int port) {
    return context(Pacs.TITLE, port);
  }

  /** The same, called by another title. */
  static LocalContext context(String title, int port) {
    return new LocalContext()
        .with(
            new RemoteAe(
                "pacs",
                title,
                "127.0.0.1",
                port,
                Optional.empty(),
                false,
                false,
                false,
                true,
                OptionalInt.empty()));
  }

  /** An endpoint for that remote AE, with more properties as name and value in turn. */
  static Endpoint open(LocalContext context, String... more) throws Exception {
    Map<String, String> properties = new HashMap<>(Map.of("remote-ae", "pacs"));
    for (int i = 0; i < more.length; i += 2) {
      properties.put(more[i], more[i + 1]);
    }
    DimseProvider provider = new DimseProvider();
    return provider.create("test", provider.configSpec().check(properties), context);
  }

  static Reference reference(SyntheticObject object) {
    return Reference.instance(object.study(), object.series(), object.sopInstance());
  }

  static Dixel dixel(SyntheticObject object) {
    byte[] bytes = object.file();
    return Dixel.of(reference(object))
        .file(Content.of(OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes)))
        .build();
  }

  /** A study whose series are not told apart, as those who put need not do it. */
  static Dixel study(List<SyntheticObject> objects) {
    SyntheticObject first = objects.get(0);
    Dixel series =
        Dixel.of(Reference.series(first.study(), first.series()))
            .children(() -> objects.stream().map(Endpoints::dixel))
            .build();
    return Dixel.of(Reference.study(first.study())).children(() -> Stream.of(series)).build();
  }

  static List<Dixel> find(Endpoint endpoint, DicomLevel level, String query)
      throws EndpointException {
    return find(endpoint, Query.parse(level, query));
  }

  static List<Dixel> find(Endpoint endpoint, Query query) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    endpoint.find(query, found::add);
    return found;
  }

  /** The identifiers of the level. */
  static List<String> identifiers(List<Dixel> dixels) {
    return dixels.stream().map(dixel -> dixel.reference().identifier().orElseThrow()).toList();
  }

  /** All instances of a dixel. */
  static List<Dixel> instances(Dixel dixel) throws IOException {
    if (dixel.level() == DicomLevel.INSTANCE) {
      return List.of(dixel);
    }
    List<Dixel> instances = new ArrayList<>();
    try (Stream<Dixel> parts = dixel.children()) {
      for (Dixel part : parts.toList()) {
        instances.addAll(instances(part));
      }
    }
    return instances;
  }

  static byte[] bytes(Dixel instance) throws IOException {
    try (InputStream in = instance.file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }
}
