package org.lucina.endpoint.orthanc;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymized;
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
import org.lucina.spi.endpoint.Reading;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;

/** An Orthanc server. Keys of references are Orthanc's own identifiers. */
final class Orthanc implements Endpoint {

  /**
   * How it is used.
   *
   * @param existing what becomes of objects that it has with other bytes
   * @param readsUnindexed whether objects are read to match what it has no index of
   * @param pageSize matches in one answer at most
   * @param patience how long its jobs may take
   */
  record Ways(Existing existing, boolean readsUnindexed, int pageSize, Duration patience) {}

  private static final Capabilities CAPABILITIES =
      Capabilities.none()
          .puts(DicomLevel.values())
          .gets(
              EnumSet.allOf(DicomLevel.class),
              EnumSet.of(View.TAGS, View.METADATA, View.FILE, View.FRAMES))
          .finds(
              QuerySupport.all(
                  DicomLevel.PATIENT, DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE))
          .and(Operation.EXISTS, Operation.UPDATE, Operation.DELETE)
          .methods(Methods.ALL.toArray(Method[]::new));

  private final OrthancApi api;
  private final Resources resources;
  private final Instances instances;
  private final Deposit deposit;
  private final Finder finder;
  private final Updates updates;
  private final MethodCalls methods;

  Orthanc(OrthancApi api, Ways ways, ServerContext server) {
    this.api = api;
    this.resources = new Resources(api);
    this.instances = new Instances(api);
    this.deposit = new Deposit(api, instances, ways.existing());
    this.finder = new Finder(api, resources, instances, ways.readsUnindexed(), ways.pageSize());
    Modification modification = new Modification(api, deposit, ways.patience());
    this.updates = new Updates(api, resources, instances, deposit, modification);
    this.methods =
        new MethodCalls(
            api,
            resources,
            modification,
            updates,
            new RemoteModalities(api, ways.patience()),
            new Annotations(api, instances),
            new ForeignMap(api, resources, instances, server));
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    JsonObject system = api.object(HttpCall.get("/system"));
    return "Orthanc "
        + system.getString("Version", "of an unknown version")
        + " '"
        + system.getString("Name", "")
        + "' answers at "
        + api.address()
        + ", AE title "
        + system.getString("DicomAet", "unknown");
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    try {
      return dixel.reference().withKey(putAll(dixel).at(dixel.level()));
    } catch (IOException | UncheckedIOException e) {
      throw new EndpointException(Reason.FAILED, dixel + " cannot be read", e);
    }
  }

  private Deposit.Stored putAll(Dixel dixel) throws EndpointException, IOException {
    if (dixel.level() == DicomLevel.INSTANCE) {
      Optional<Content> file = dixel.file();
      if (file.isEmpty()) {
        throw new EndpointException(Reason.REFUSED, dixel + " comes without a file");
      }
      return deposit.put(file.get());
    }
    Optional<Deposit.Stored> last = Optional.empty();
    try (Stream<Dixel> parts = dixel.children()) {
      for (Iterator<Dixel> each = parts.iterator(); each.hasNext(); ) {
        last = Optional.of(putAll(each.next()));
      }
    }
    return last.orElseThrow(
        () -> new EndpointException(Reason.REFUSED, dixel + " comes without instances"));
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    Set<View> missing = EnumSet.noneOf(View.class);
    missing.addAll(views);
    missing.removeAll(CAPABILITIES.views());
    if (reference.level() != DicomLevel.INSTANCE) {
      missing.addAll(views);
      missing.removeAll(Set.of(View.TAGS, View.METADATA));
    }
    if (!missing.isEmpty()) {
      throw new EndpointException(
          Reason.UNSUPPORTED, reference + " does not have the views " + missing + " here");
    }
    Resource resource = resources.get(reference.level(), resources.id(reference));
    Dixel.Builder dixel = builder(reference.withKey(resource.id()), resource);
    return views.contains(View.METADATA)
        ? dixel.metadata(Anonymized.ofOthers(metadata(resource))).build()
        : dixel.build();
  }

  private Dixel.Builder builder(Reference reference, Resource resource) {
    String id = resource.id();
    if (resource.level() == DicomLevel.INSTANCE) {
      return Dixel.of(reference)
          .tags(() -> instances.header(id))
          .file(instances.file(id))
          .frames(() -> Reading.of(() -> instances.frames(id)));
    }
    return Dixel.of(reference)
        .tags(() -> Reading.of(() -> resources.tags(resource)))
        .children(() -> Reading.of(() -> children(reference, resource)));
  }

  private Stream<Dixel> children(Reference whole, Resource resource) throws EndpointException {
    DicomLevel level = resource.level().below().orElseThrow();
    return resources.parts(resource.level(), resource.id(), level).stream()
        .map(part -> builder(part.reference(whole), part).build());
  }

  private Map<String, String> metadata(Resource resource) throws EndpointException {
    String path = Levels.path(resource.level(), resource.id()) + "/metadata";
    Map<String, String> metadata = new HashMap<>();
    JsonStructure told = api.read(HttpCall.get(path + "?expand"));
    if (told instanceof JsonObject values) {
      values.keySet().forEach(name -> metadata.put(name, values.getString(name)));
    } else {
      // Orthanc before 1.9 tells the names alone
      for (JsonValue name : told.asJsonArray()) {
        String text = ((JsonString) name).getString();
        metadata.put(text, api.text(HttpCall.get(path + "/" + PathName.of(text))));
      }
    }
    return metadata;
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    CAPABILITIES.queries().check(query);
    finder.find(query, sink);
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    for (String id : resources.ids(reference)) {
      if (resources.exists(reference.level(), id)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Reference update(Reference reference, Dixel changed) throws EndpointException {
    try {
      return updates.update(reference, changed);
    } catch (IOException e) {
      throw Reading.fault(reference + " cannot be read", e);
    }
  }

  /** Removes it from all patients that it is found under. */
  @Override
  public void delete(Reference reference) throws EndpointException {
    for (String id : resources.ids(reference)) {
      try {
        api.text(HttpCall.delete(Levels.path(reference.level(), id)));
      } catch (EndpointException e) {
        if (e.reason() != Reason.NOT_FOUND) {
          throw e;
        }
      }
    }
  }

  @Override
  public String handle(Optional<Reference> reference, String method, Configuration arguments)
      throws EndpointException {
    return methods.call(reference, method, arguments);
  }

  /** There is nothing to close: connections end with their last call. */
  @Override
  public void close() {}
}
