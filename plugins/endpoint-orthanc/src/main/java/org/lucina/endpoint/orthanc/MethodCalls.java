package org.lucina.endpoint.orthanc;

import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Optional;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Method;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.query.Query;

/** Does what {@link Methods} name. */
final class MethodCalls {
  private final OrthancApi api;
  private final Resources resources;
  private final Modification modification;
  private final Updates updates;
  private final RemoteModalities modalities;
  private final Annotations annotations;
  private final ForeignMap foreign;

  MethodCalls(
      OrthancApi api,
      Resources resources,
      Modification modification,
      Updates updates,
      RemoteModalities modalities,
      Annotations annotations,
      ForeignMap foreign) {
    this.api = api;
    this.resources = resources;
    this.modification = modification;
    this.updates = updates;
    this.modalities = modalities;
    this.annotations = annotations;
    this.foreign = foreign;
  }

  String call(Optional<Reference> reference, String name, Configuration arguments)
      throws EndpointException {
    Method method =
        Methods.ALL.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new EndpointException(
                        Reason.UNSUPPORTED, "method '" + name + "' is not possible here"));
    if (!method.onDixel()) {
      return onOrthanc(name, arguments);
    }
    Reference dixel =
        reference.orElseThrow(
            () -> new EndpointException(Reason.REFUSED, name + " needs a dixel to be done to"));
    return onDixel(dixel.level(), resources.id(dixel), name, arguments);
  }

  private String onDixel(DicomLevel level, String id, String name, Configuration arguments)
      throws EndpointException {
    return switch (name) {
      case "anonymize" -> {
        Optional<String> anonymizer = arguments.find("anonymizer");
        JsonObjectBuilder terms =
            anonymizer.isPresent()
                ? foreign.terms(level, id, anonymizer.get(), arguments)
                : terms(arguments);
        terms.add("KeepPrivateTags", arguments.flag("keep-private-tags"));
        arguments.find("dicom-version").ifPresent(text -> terms.add("DicomVersion", text));
        yield make(level, id, name, terms, arguments);
      }
      case "modify" -> {
        JsonObjectBuilder terms = terms(arguments);
        terms.add("RemovePrivateTags", arguments.flag("remove-private-tags"));
        yield make(level, id, name, terms, arguments);
      }
      case "get-metadata" ->
          api.text(
              HttpCall.get(
                  Levels.path(level, id) + "/metadata/" + PathName.of(arguments.string("name"))));
      case "set-metadata" -> {
        updates.setMetadata(level, id, arguments.string("name"), arguments.string("value"));
        yield "{}";
      }
      case "send" -> send(id, arguments);
      default -> annotations.of(level, id, arguments.string("attachment")).toString();
    };
  }

  private String onOrthanc(String name, Configuration arguments) throws EndpointException {
    return switch (name) {
      case "changes" ->
          api.object(
                  HttpCall.get(
                      arguments.flag("last")
                          ? "/changes?last"
                          : "/changes?since="
                              + arguments.integer("since")
                              + "&limit="
                              + arguments.integer("limit")))
              .toString();
      case "echo" -> {
        modalities.echo(arguments.string("modality"));
        yield "{}";
      }
      case "query" -> modalities.query(arguments.string("modality"), query(arguments)).toString();
      case "retrieve" -> {
        Optional<String> given = arguments.find("target");
        String target = given.isPresent() ? given.get() : modalities.ownTitle();
        int found = modalities.retrieve(arguments.string("modality"), query(arguments), target);
        yield api.json().createObjectBuilder().add("Found", found).build().toString();
      }
      case "read" -> api.text(HttpCall.get(path(arguments.string("path"))));
      case "statistics" -> api.object(HttpCall.get("/statistics")).toString();
      default -> {
        api.text(HttpCall.post("/tools/reset").body("{}", OrthancApi.JSON));
        yield "{}";
      }
    };
  }

  private static String path(String text) throws EndpointException {
    try {
      if (text.startsWith("/") && URI.create(text).normalize().toString().equals(text)) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      throw new EndpointException(Reason.REFUSED, "the path is not encoded as one", e);
    }
    throw new EndpointException(Reason.REFUSED, "a path begins with / and leads nowhere else");
  }

  private JsonObjectBuilder terms(Configuration arguments) throws EndpointException {
    JsonObjectBuilder terms = api.json().createObjectBuilder();
    Optional<String> replace = arguments.find("replace");
    if (replace.isPresent()) {
      terms.add("Replace", Replacement.values(api.json(), replace.get()));
    }
    Optional<String> keep = arguments.find("keep");
    if (keep.isPresent()) {
      terms.add("Keep", Replacement.names(api.json(), keep.get()));
    }
    Optional<String> remove = arguments.find("remove");
    if (remove.isPresent()) {
      terms.add("Remove", Replacement.names(api.json(), remove.get()));
    }
    return terms.add("Force", arguments.flag("force"));
  }

  private String make(
      DicomLevel level, String id, String way, JsonObjectBuilder terms, Configuration arguments)
      throws EndpointException {
    String made = modification.make(level, id, way, terms, arguments.flag("keep-source"));
    return api.json()
        .createObjectBuilder()
        .add("ID", made)
        .add("Type", Levels.type(level))
        .build()
        .toString();
  }

  private String send(String id, Configuration arguments) throws EndpointException {
    Optional<String> modality = arguments.find("modality");
    Optional<String> peer = arguments.find("peer");
    if (modality.isPresent() == peer.isPresent()) {
      throw new EndpointException(Reason.REFUSED, "send needs a modality or a peer");
    }
    return modality.isPresent()
        ? modalities.send("modalities", modality.get(), id).toString()
        : modalities.send("peers", peer.get(), id).toString();
  }

  private static Query query(Configuration arguments) throws EndpointException {
    try {
      return Query.parse(
          DicomLevel.parse(arguments.string("level")).orElseThrow(), arguments.string("keys"));
    } catch (IllegalArgumentException e) {
      throw new EndpointException(Reason.REFUSED, e.getMessage(), e);
    }
  }
}
