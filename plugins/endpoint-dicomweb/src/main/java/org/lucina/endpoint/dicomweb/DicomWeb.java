package org.lucina.endpoint.dicomweb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Uids;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.endpoint.Reading;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;

/** A DICOMweb service. */
final class DicomWeb implements Endpoint {
  private static final Set<DicomLevel> LEVELS =
      EnumSet.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE);

  /**
   * How it is used.
   *
   * @param urls of searches
   * @param escapes whether it decodes escapes in queries
   * @param fuzzy whether it matches names fuzzily
   * @param pageSize matches in one answer at most
   * @param storeSize objects in one request at most
   * @param deletes whether it removes
   */
  record Ways(
      Urls urls, boolean escapes, boolean fuzzy, int pageSize, int storeSize, boolean deletes) {}

  private final HttpPeer peer;
  private final Ways ways;
  private final Searcher searcher;
  private final Retrieval retrieval;
  private final Storing storing;
  private final Capabilities capabilities;

  DicomWeb(HttpPeer peer, Ways ways, Optional<HttpPeer> wadoUri) {
    this.peer = peer;
    this.ways = ways;
    this.searcher = new Searcher(peer, ways.urls(), ways.escapes(), ways.pageSize());
    this.retrieval = new Retrieval(peer, wadoUri);
    this.storing = new Storing(peer);
    this.capabilities = capabilities(ways);
  }

  private static Capabilities capabilities(Ways ways) {
    Capabilities all =
        Capabilities.none()
            .puts(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)
            .gets(LEVELS, EnumSet.of(View.TAGS, View.FILE, View.FRAMES))
            .finds(
                new QuerySupport(
                    LEVELS,
                    Optional.empty(),
                    EnumSet.allOf(Matching.class),
                    ways.fuzzy(),
                    true,
                    ConfigSpec.none()))
            .and(Operation.EXISTS);
    return ways.deletes() ? all.and(Operation.DELETE) : all;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public String check() throws EndpointException {
    HttpCall call = HttpCall.get("/studies?limit=1").header("Accept", Searcher.JSON);
    try (HttpAnswer answer = peer.send(call)) {
      return peer.address() + " answers searches, status " + answer.status();
    } catch (IOException e) {
      throw peer.fault(call, e);
    }
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    try {
      List<Content> batch = new ArrayList<>();
      if (collect(dixel, batch) == 0) {
        throw new EndpointException(Reason.REFUSED, dixel + " comes without instances");
      }
      if (!batch.isEmpty()) {
        storing.store(batch);
      }
      return dixel.reference();
    } catch (IOException | UncheckedIOException e) {
      throw new EndpointException(Reason.FAILED, dixel + " cannot be read", e);
    }
  }

  /** Stores what is collected each time that it is enough for a request; counts all. */
  private int collect(Dixel dixel, List<Content> batch) throws EndpointException, IOException {
    if (dixel.level() == DicomLevel.INSTANCE) {
      Optional<Content> file = dixel.file();
      if (file.isEmpty()) {
        throw new EndpointException(Reason.REFUSED, dixel + " comes without a file");
      }
      batch.add(file.get());
      if (batch.size() == ways.storeSize()) {
        storing.store(batch);
        batch.clear();
      }
      return 1;
    }
    int count = 0;
    try (Stream<Dixel> parts = dixel.children()) {
      for (Iterator<Dixel> each = parts.iterator(); each.hasNext(); ) {
        count += collect(each.next(), batch);
      }
    }
    return count;
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    Set<View> missing = EnumSet.noneOf(View.class);
    missing.addAll(views);
    missing.removeAll(
        reference.level() == DicomLevel.INSTANCE ? capabilities.views() : Set.of(View.TAGS));
    if (!missing.isEmpty()) {
      throw new EndpointException(
          Reason.UNSUPPORTED, reference + " does not have the views " + missing + " here");
    }
    Dixel found =
        look(reference)
            .orElseThrow(
                () ->
                    new EndpointException(
                        Reason.NOT_FOUND, reference + " is not at " + peer.address()));
    return dixel(found.reference(), Optional.of(found));
  }

  private Dixel dixel(Reference reference, Optional<Dixel> found) throws EndpointException {
    if (reference.level() == DicomLevel.INSTANCE) {
      return Dixel.of(reference)
          .tags(() -> Reading.of(() -> retrieval.metadata(reference)))
          .file(retrieval.file(reference))
          .frames(() -> Reading.of(() -> retrieval.frames(reference)))
          .build();
    }
    Dixel.Builder dixel = Dixel.of(reference).children(() -> Reading.of(() -> children(reference)));
    return found.isPresent() ? dixel.tags(() -> found.get().tags()).build() : dixel.build();
  }

  private Stream<Dixel> children(Reference whole) throws EndpointException {
    List<Dixel> parts = new ArrayList<>();
    Query.Builder query =
        Query.of(whole.level().below().orElseThrow())
            .key(Tag.StudyInstanceUID, whole.studyUid().orElseThrow());
    whole.seriesUid().ifPresent(uid -> query.key(Tag.SeriesInstanceUID, uid));
    List<Dixel> found = new ArrayList<>();
    searcher.find(query.build(), found::add);
    for (Dixel each : found) {
      parts.add(dixel(each.reference(), Optional.of(each)));
    }
    return parts.stream();
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    capabilities.queries().check(query);
    searcher.find(query, sink);
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return look(reference).isPresent();
  }

  /** Searches a dixel by its identifiers, which also tells those that it is not named by. */
  private Optional<Dixel> look(Reference reference) throws EndpointException {
    if (!LEVELS.contains(reference.level())) {
      throw new EndpointException(Reason.UNSUPPORTED, "DICOMweb knows no patients by themselves");
    }
    if (reference.identifier().isEmpty()
        || Stream.of(reference.studyUid(), reference.seriesUid(), reference.instanceUid())
            .flatMap(Optional::stream)
            .anyMatch(uid -> !Uids.isValid(uid))) {
      return Optional.empty();
    }
    Query.Builder query = Query.of(reference.level());
    reference.studyUid().ifPresent(uid -> query.key(Tag.StudyInstanceUID, uid));
    reference.seriesUid().ifPresent(uid -> query.key(Tag.SeriesInstanceUID, uid));
    reference.instanceUid().ifPresent(uid -> query.key(Tag.SOPInstanceUID, uid));
    List<Dixel> found = new ArrayList<>();
    try {
      searcher.find(query.build(), each -> !isOf(reference, each.reference()) || !found.add(each));
    } catch (EndpointException e) {
      if (e.reason() != Reason.NOT_FOUND) {
        throw e;
      }
    }
    return found.stream().findFirst();
  }

  /** Services need not tell the patient of series and instances. */
  private static boolean isOf(Reference wanted, Reference found) {
    return wanted.patientId().isEmpty()
        || found.patientId().isEmpty()
        || wanted.patientId().equals(found.patientId());
  }

  @Override
  public void delete(Reference reference) throws EndpointException {
    if (!ways.deletes()) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "delete is not possible here: property 'deletes' is false");
    }
    Optional<Dixel> found = look(reference);
    if (found.isPresent()) {
      HttpCall call = HttpCall.delete(Paths.of(found.get().reference()));
      try {
        peer.text(call);
      } catch (EndpointException e) {
        if (e.reason() != Reason.NOT_FOUND) {
          throw e;
        }
      }
    }
  }

  /** There is nothing to close: connections end with their last call. */
  @Override
  public void close() {}
}
