package org.lucina.endpoint.redis;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.endpoint.Parts;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;
import org.lucina.spi.table.Column;
import org.lucina.spi.table.Columns;

/** Dixels of one level in Redis, each in a collection. */
final class RedisEndpoint implements Endpoint {
  private static final Set<View> VIEWS = EnumSet.of(View.TAGS, View.METADATA, View.REPORT);

  private final Link link;
  private final DicomLevel level;
  private final Optional<Column> collectedBy;
  private final Dixels dixels;
  private final Collections collections;
  private final Capabilities capabilities;

  /**
   * Makes it.
   *
   * @param collectedBy the attribute whose value is the name of a dixel's collection
   */
  RedisEndpoint(Link link, Names names, Optional<Column> collectedBy) {
    this.link = link;
    this.level = names.level();
    this.collectedBy = collectedBy;
    this.dixels = new Dixels(link, names);
    this.collections = new Collections(link, names);
    this.capabilities =
        Capabilities.none()
            .puts(Parts.takenAt(level))
            .gets(Set.of(level), VIEWS)
            .finds(
                new QuerySupport(
                    Set.of(level),
                    Optional.empty(),
                    EnumSet.allOf(Matching.class),
                    false,
                    true,
                    ConfigSpec.of(
                        Property.optional(
                            Search.COLLECTION, Type.STRING, "Looks in this collection alone"))))
            .and(Operation.EXISTS, Operation.DELETE)
            .methods(
                Collections.LIST,
                Collections.COUNT,
                Collections.ITEMS,
                Collections.ADD,
                Collections.REMOVE);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public String check() throws EndpointException {
    boolean durable =
        link.call(redis -> redis.info("persistence")).lines().anyMatch("aof_enabled:1"::equals);
    return "Redis at "
        + link.server()
        + " answers and has "
        + dixels.count()
        + " dixels; it "
        + (durable ? "logs each change" : "logs no changes and may lose the last ones");
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    Parts.each(dixel, level, this::putOne);
    return dixel.reference();
  }

  private void putOne(Dixel dixel) throws EndpointException {
    DataSet tags = Parts.tags(dixel);
    String identifier =
        Columns.key(level)
            .text(tags)
            .map(String::strip)
            .or(() -> dixel.reference().identifier())
            .orElseThrow(
                () -> new EndpointException(Reason.REFUSED, dixel + " comes without identifier"));
    String collection =
        collectedBy.flatMap(column -> column.text(tags)).map(String::strip).orElse("");
    try {
      dixels.put(identifier, collection, DixelForm.fields(dixel, tags));
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, dixel + " cannot be read", e);
    }
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!VIEWS.containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "of the views " + views + " only tags, metadata and report are here");
    }
    Map<String, String> fields = dixels.fields(identifier(reference));
    if (fields.isEmpty()) {
      throw new EndpointException(Reason.NOT_FOUND, reference + " is not in Redis");
    }
    try {
      return DixelForm.dixel(reference, fields);
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, "what Redis has is no dixel", e);
    }
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return dixels.exists(identifier(reference));
  }

  @Override
  public void delete(Reference reference) throws EndpointException {
    dixels.delete(identifier(reference));
  }

  private String identifier(Reference reference) throws EndpointException {
    if (reference.level() != level) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "level " + level.name().toLowerCase(Locale.ROOT) + " alone is kept");
    }
    return reference.identifier().or(reference::key).orElseThrow();
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    capabilities.queries().check(query);
    new Search(dixels, query, sink).run();
  }

  @Override
  public String handle(Optional<Reference> reference, String method, Configuration arguments)
      throws EndpointException {
    Optional<String> answer = collections.handle(method, arguments);
    return answer.orElseThrow(
        () ->
            new EndpointException(
                Reason.UNSUPPORTED, "method '" + method + "' is not possible here"));
  }

  @Override
  public void close() {
    link.close();
  }
}
