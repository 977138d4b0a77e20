package org.lucina.endpoint.orthanc;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Asks an anonymizer of this server how Orthanc is to anonymize a resource. */
final class ForeignMap {
  private static final List<String> OWN_TERMS = List.of("replace", "keep", "remove");

  private final OrthancApi api;
  private final Resources resources;
  private final Instances instances;
  private final ServerContext server;

  ForeignMap(OrthancApi api, Resources resources, Instances instances, ServerContext server) {
    this.api = api;
    this.resources = resources;
    this.instances = instances;
    this.server = server;
  }

  /**
   * What the anonymizer says by the first of the instances.
   *
   * @param arguments none of which may say the same
   */
  JsonObjectBuilder terms(DicomLevel level, String id, String anonymizer, Configuration arguments)
      throws EndpointException {
    for (String term : OWN_TERMS) {
      if (arguments.find(term).isPresent()) {
        throw refused("'" + term + "' cannot be given: the anonymizer says it");
      }
    }
    Anonymizer maker =
        server
            .anonymizer(anonymizer)
            .orElseThrow(
                () ->
                    new EndpointException(
                        Reason.UNAVAILABLE, "anonymizer '" + anonymizer + "' is not running"));
    String name = Anonymized.ORTHANC_MAP + level.name().toLowerCase(Locale.ROOT);
    try {
      String map = maker.anonymize(instance(level, id)).dixel().metadata().get(name);
      if (map == null) {
        throw refused("anonymizer '" + anonymizer + "' does not say how Orthanc does a " + level);
      }
      return api.json().createObjectBuilder(object(map));
    } catch (AnonymizerException e) {
      boolean away = e.reason() == AnonymizerException.Reason.UNAVAILABLE;
      throw new EndpointException(away ? Reason.UNAVAILABLE : Reason.REFUSED, e.getMessage(), e);
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, "the anonymizer's result cannot be read", e);
    }
  }

  private JsonObject object(String map) throws EndpointException {
    try (JsonReader reader = api.json().createReader(new StringReader(map))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new EndpointException(Reason.REFUSED, "the anonymizer's map is no JSON", e);
    }
  }

  private Dixel instance(DicomLevel level, String id) throws EndpointException {
    Optional<String> first =
        level == DicomLevel.INSTANCE
            ? Optional.of(id)
            : resources.parts(level, id, DicomLevel.INSTANCE).stream()
                .map(Resource::id)
                .sorted()
                .findFirst();
    String instance = first.orElseThrow(() -> refused("there is no instance"));
    return Dixel.of(Reference.key(DicomLevel.INSTANCE, instance))
        .file(instances.file(instance))
        .build();
  }

  private static EndpointException refused(String message) {
    return new EndpointException(Reason.REFUSED, message);
  }
}
