package org.lucina.endpoint.splunk;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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
import org.lucina.spi.endpoint.Method;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.endpoint.Parts;
import org.lucina.spi.query.Query;
import org.lucina.spi.table.Columns;

/**
 * Attributes of dixels of one level as events in Splunk. Splunk keeps each event that it gets: one
 * that is put again is spared while it is remembered, and else stands there twice, with the same
 * level and oid.
 */
final class SplunkEndpoint implements Endpoint {
  static final Method SEARCH =
      new Method(
          "search",
          "Runs any search and tells its results",
          false,
          ConfigSpec.of(
              Property.required("search", Type.STRING, "In Splunk's language"),
              Property.optional("earliest", Type.STRING, "-1d", "Since when"),
              Property.optional("latest", Type.STRING, "now", "Until when"),
              Property.optional("limit", Type.INTEGER, "1000", "Results at most")
                  .between(1, 100_000)));

  private final DicomLevel level;
  private final EventWriter writer;
  private final Collector collector;
  private final int batch;
  private final SentEvents sent;
  private final Optional<Jobs> jobs;
  private final Optional<Searching> searching;
  private final Capabilities capabilities;

  /**
   * Makes it.
   *
   * @param batch events that are sent at once
   * @param sent those that need not be sent again
   * @param jobs where searches run, empty when none can be
   */
  SplunkEndpoint(
      DicomLevel level,
      EventWriter writer,
      Collector collector,
      int batch,
      SentEvents sent,
      Optional<Jobs> jobs) {
    this.level = level;
    this.writer = writer;
    this.collector = collector;
    this.batch = batch;
    this.sent = sent;
    this.jobs = jobs;
    this.searching = jobs.map(each -> new Searching(each, writer.index(), writer.form(), level));
    Capabilities puts = Capabilities.none().puts(Parts.takenAt(level));
    this.capabilities =
        searching
            .map(
                finder ->
                    puts.gets(Set.of(level), Set.of(View.TAGS))
                        .finds(finder.support())
                        .and(Operation.EXISTS)
                        .methods(SEARCH))
            .orElse(puts);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public String check() throws EndpointException {
    String takes = collector.check();
    return jobs.isPresent() ? takes + "; " + jobs.get().check() : takes;
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    Batch events = new Batch();
    Parts.each(dixel, level, events::add);
    events.send();
    return dixel.reference();
  }

  /** Events that go together. */
  private final class Batch {
    private final StringBuilder events = new StringBuilder();
    private final List<String> bodies = new ArrayList<>();

    void add(Dixel dixel) throws EndpointException {
      DataSet tags = Parts.tags(dixel);
      try {
        String body = writer.body(dixel.reference(), tags);
        if (!sent.contains(body)) {
          events.append(writer.event(dixel.reference(), tags, body)).append('\n');
          bodies.add(body);
        }
      } catch (IOException e) {
        throw new EndpointException(Reason.FAILED, dixel + " cannot be written as JSON", e);
      }
      if (bodies.size() == batch) {
        send();
      }
    }

    void send() throws EndpointException {
      if (!bodies.isEmpty()) {
        collector.send(events.toString());
        bodies.forEach(sent::remember);
        events.setLength(0);
        bodies.clear();
      }
    }
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    Searching finder = finder();
    capabilities.queries().check(query);
    finder.find(query, sink);
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    Searching finder = finder();
    if (!capabilities.views().containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "of the views " + views + " only tags can be given here");
    }
    return one(finder, reference)
        .orElseThrow(
            () -> new EndpointException(Reason.NOT_FOUND, reference + " is not in Splunk"));
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return one(finder(), reference).isPresent();
  }

  private Optional<Dixel> one(Searching finder, Reference reference) throws EndpointException {
    String identifier =
        reference
            .identifier()
            .filter(known -> reference.level() == level)
            .orElseThrow(
                () ->
                    new EndpointException(
                        Reason.UNSUPPORTED,
                        "level " + EventWriter.level(level) + " alone is here"));
    List<Dixel> found = new ArrayList<>();
    Query query = Query.of(level).key(Columns.key(level).tag(), identifier).build();
    finder.find(
        query,
        dixel -> {
          boolean other = !dixel.reference().identifier().equals(Optional.of(identifier));
          return other || !found.add(dixel);
        });
    return found.stream().findFirst();
  }

  private Searching finder() throws EndpointException {
    return searching.orElseThrow(
        () -> new EndpointException(Reason.UNSUPPORTED, "no address to search at is configured"));
  }

  @Override
  public String handle(Optional<Reference> reference, String method, Configuration arguments)
      throws EndpointException {
    if (!method.equals(SEARCH.name()) || jobs.isEmpty()) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "method '" + method + "' is not possible here");
    }
    JsonArrayBuilder results = Json.createArrayBuilder();
    AtomicLong left = new AtomicLong(arguments.integer("limit"));
    jobs.get()
        .run(
            new SearchJob(
                arguments.string("search"),
                arguments.string("earliest"),
                Optional.of(arguments.string("latest"))),
            result -> {
              results.add(result);
              return left.decrementAndGet() > 0;
            });
    return results.build().toString();
  }

  /** Connections belong to the clients. */
  @Override
  public void close() {
    // Nothing is held.
  }
}
