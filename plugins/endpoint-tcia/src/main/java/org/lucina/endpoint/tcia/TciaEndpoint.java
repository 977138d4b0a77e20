package org.lucina.endpoint.tcia;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Method;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Query;

/** The Cancer Imaging Archive, or another server of NBIA, which is only read. */
final class TciaEndpoint implements Endpoint {
  private static final Method COLLECTIONS =
      new Method("collections", "Tells the names of the collections", false, ConfigSpec.none());

  private static final Capabilities CAPABILITIES =
      Capabilities.none()
          .gets(EnumSet.allOf(DicomLevel.class), EnumSet.of(View.TAGS, View.FILE))
          .finds(TciaSearch.SUPPORT)
          .and(Operation.EXISTS)
          .methods(COLLECTIONS);

  private final NbiaServer server;
  private final Optional<String> collection;

  TciaEndpoint(NbiaServer server, Optional<String> collection) {
    this.server = server;
    this.collection = collection;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    return server + " has " + collections().size() + " collections";
  }

  private List<String> collections() throws EndpointException {
    List<String> names = new ArrayList<>();
    server.rows(
        "getCollectionValues",
        Map.of(),
        row -> {
          String name = row.getString("Collection", "");
          return name.isEmpty() || names.add(name);
        });
    return names;
  }

  @Override
  public String handle(Optional<Reference> reference, String method, Configuration arguments)
      throws EndpointException {
    if (!method.equals(COLLECTIONS.name())) {
      return Endpoint.super.handle(reference, method, arguments);
    }
    JsonArrayBuilder names = Json.createArrayBuilder();
    collections().forEach(names::add);
    return names.build().toString();
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    new TciaSearch(server, query, collection, sink).run();
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!CAPABILITIES.views().containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "of the views " + views + " only tags and file can be given here");
    }
    return search(reference)
        .map(this::whole)
        .orElseThrow(
            () -> new EndpointException(Reason.NOT_FOUND, reference + " is not in " + server));
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return search(reference).isPresent();
  }

  private Optional<Dixel> search(Reference reference) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    find(one(reference), found::add);
    return found.stream().findFirst();
  }

  /** A query for one dixel. */
  private static Query one(Reference reference) throws EndpointException {
    if (reference.identifier().isEmpty()) {
      throw new EndpointException(Reason.REFUSED, "dixels have no keys here, only identifiers");
    }
    if (reference.level() == DicomLevel.INSTANCE && reference.seriesUid().isEmpty()) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "instances can be looked for only by their series here");
    }
    Query.Builder query = Query.of(reference.level()).limit(1);
    reference.patientId().ifPresent(id -> query.key(Tag.PatientID, id));
    reference.studyUid().ifPresent(uid -> query.key(Tag.StudyInstanceUID, uid));
    reference.seriesUid().ifPresent(uid -> query.key(Tag.SeriesInstanceUID, uid));
    reference.instanceUid().ifPresent(uid -> query.key(Tag.SOPInstanceUID, uid));
    return query.build();
  }

  /** What was found, with its file or its parts. */
  private Dixel whole(Dixel found) {
    Reference reference = found.reference();
    Dixel.Builder dixel = found.copy(reference);
    if (reference.level() == DicomLevel.INSTANCE) {
      String series = reference.seriesUid().orElseThrow();
      String instance = reference.instanceUid().orElseThrow();
      Content file = Content.of(OptionalLong.empty(), () -> server.image(series, instance));
      return dixel.file(file).tags(() -> head(file)).build();
    }
    return dixel.children(() -> parts(reference)).build();
  }

  private Stream<Dixel> parts(Reference whole) throws IOException {
    Query.Builder query = Query.of(whole.level().below().orElseThrow());
    whole.patientId().ifPresent(id -> query.key(Tag.PatientID, id));
    whole.studyUid().ifPresent(uid -> query.key(Tag.StudyInstanceUID, uid));
    whole.seriesUid().ifPresent(uid -> query.key(Tag.SeriesInstanceUID, uid));
    List<Dixel> parts = new ArrayList<>();
    try {
      find(query.build(), part -> parts.add(whole(part)));
    } catch (EndpointException e) {
      throw new IOException(e.getMessage(), e);
    }
    return parts.stream();
  }

  private static DataSet head(Content file) throws IOException {
    try (DicomReader reader =
        DicomReader.of(new BufferedInputStream(file.open()), DicomReader.Options.BEFORE_PIXELS)) {
      return reader.readDataSet();
    }
  }

  @Override
  public void close() {
    // Nothing is kept open.
  }
}
