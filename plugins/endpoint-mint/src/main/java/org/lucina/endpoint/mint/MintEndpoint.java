package org.lucina.endpoint.mint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.Tag;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;

/**
 * An archive that is searched by MINT and, where it has WADO-URI, hands out its objects by that.
 */
final class MintEndpoint implements Endpoint {
  private static final Set<DicomLevel> LEVELS =
      EnumSet.range(DicomLevel.STUDY, DicomLevel.INSTANCE);

  private final MintServer server;
  private final Optional<Wado> wado;
  private final Capabilities capabilities;

  MintEndpoint(MintServer server, Optional<Wado> wado) {
    this.server = server;
    this.wado = wado;
    Set<View> views = EnumSet.of(View.TAGS, View.METADATA);
    if (wado.isPresent()) {
      views.add(View.FILE);
    }
    QuerySupport queries =
        new QuerySupport(
            LEVELS,
            Optional.of(MintFields.known(DicomLevel.INSTANCE)),
            EnumSet.complementOf(EnumSet.of(Matching.SEQUENCE)),
            false,
            true,
            ConfigSpec.none());
    this.capabilities =
        Capabilities.none().gets(LEVELS, views).finds(queries).and(Operation.EXISTS);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public String check() throws EndpointException {
    return server.check();
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    capabilities.queries().check(query);
    server.find(query, sink);
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return !found(reference.level(), reference).isEmpty();
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!capabilities.views().containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED,
          "of the views " + views + " only " + capabilities.views() + " can be given here");
    }
    List<Dixel> instances = found(DicomLevel.INSTANCE, reference);
    if (instances.isEmpty()) {
      throw new EndpointException(Reason.NOT_FOUND, "the server has no " + reference);
    }
    try {
      return dixel(reference.level(), instances);
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, reference + " cannot be read", e);
    }
  }

  private List<Dixel> found(DicomLevel level, Reference reference) throws EndpointException {
    if (!LEVELS.contains(reference.level()) || reference.studyUid().isEmpty()) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "what is asked for here must be named with the UID of its study");
    }
    Query.Builder query = Query.of(level).key(Tag.StudyInstanceUID, reference.studyUid().get());
    reference.seriesUid().ifPresent(uid -> query.key(Tag.SeriesInstanceUID, uid));
    reference.instanceUid().ifPresent(uid -> query.key(Tag.SOPInstanceUID, uid));
    List<Dixel> found = new ArrayList<>();
    server.find(query.build(), found::add);
    return found;
  }

  private Dixel dixel(DicomLevel level, List<Dixel> instances) throws IOException {
    Dixel first = instances.get(0);
    Reference reference = first.reference().at(level).orElseThrow();
    Dixel.Builder dixel = Dixel.of(reference).tags(first.tags()).metadata(first.metadata());
    if (level == DicomLevel.INSTANCE) {
      wado.ifPresent(server -> dixel.file(server.file(reference)));
      return dixel.build();
    }
    DicomLevel below = level.below().orElseThrow();
    Map<Reference, List<Dixel>> parts = new LinkedHashMap<>();
    for (Dixel instance : instances) {
      parts
          .computeIfAbsent(instance.reference().at(below).orElseThrow(), none -> new ArrayList<>())
          .add(instance);
    }
    List<Dixel> children = new ArrayList<>();
    for (List<Dixel> part : parts.values()) {
      children.add(dixel(below, part));
    }
    return dixel.children(children::stream).build();
  }

  @Override
  public void close() {
    // Each call has a connection of its own, as far as callers see.
  }
}
