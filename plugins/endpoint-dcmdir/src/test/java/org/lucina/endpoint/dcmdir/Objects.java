package org.lucina.endpoint.dcmdir;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.LocalContext;

/** What tests of directories do to objects and endpoints. */
final class Objects {
  private Objects() {}

  /** Opens an endpoint, with properties as name, value, name, value. */
  static Endpoint open(EndpointProvider provider, Path folder, String... properties)
      throws Exception {
    Map<String, String> values = new HashMap<>(Map.of("path", folder.toString()));
    for (int i = 0; i < properties.length; i += 2) {
      values.put(properties[i], properties[i + 1]);
    }
    return provider.create("test", provider.configSpec().check(values), new LocalContext());
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

  /** A study with these objects in one series, as far as its dixels tell. */
  static Dixel study(SyntheticObject... objects) {
    Reference series = Reference.series(objects[0].study(), objects[0].series());
    return Dixel.of(Reference.study(objects[0].study()))
        .children(
            () ->
                Stream.of(
                    Dixel.of(series)
                        .children(() -> Stream.of(objects).map(Objects::dixel))
                        .build()))
        .build();
  }

  static List<Dixel> find(Endpoint endpoint, Query query) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    endpoint.find(query, found::add);
    return found;
  }

  static byte[] bytes(Dixel dixel) throws Exception {
    try (var in = dixel.file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }
}
