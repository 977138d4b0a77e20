package org.lucina.endpoint.xnat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
import org.lucina.spi.query.Query;

/** A project of an XNAT server. Keys are paths below that of the project. */
final class XnatEndpoint implements Endpoint {
  private static final Method RENAME =
      new Method(
          "rename-subject",
          "Gives the subject that a patient is another label",
          true,
          ConfigSpec.of(Property.required("label", Type.STRING, "The new label")));

  private static final Capabilities CAPABILITIES =
      Capabilities.none()
          .puts(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)
          .gets(
              EnumSet.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE),
              EnumSet.of(View.TAGS, View.FILE))
          .finds(XnatSearch.SUPPORT)
          .and(Operation.EXISTS, Operation.DELETE)
          .methods(RENAME);

  private final XnatSession session;
  private final XnatProject project;
  private final XnatPlaces places;

  XnatEndpoint(XnatSession session, XnatProject project) {
    this.session = session;
    this.project = project;
    this.places = new XnatPlaces(project);
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    return project.check();
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    return new XnatUpload(project).put(dixel);
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (reference.level() == DicomLevel.PATIENT || !CAPABILITIES.views().containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "tags and files of studies, series and instances can be given here");
    }
    Optional<XnatPlace> place = places.find(reference);
    if (place.isEmpty() || !project.has(place.get())) {
      throw new EndpointException(Reason.NOT_FOUND, reference + " is not in " + session);
    }
    return new XnatDixels(project).of(reference, place.get());
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    new XnatSearch(project, query, sink).run();
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    Optional<XnatPlace> place = places.find(reference);
    return place.isPresent() && project.has(place.get());
  }

  @Override
  public void delete(Reference reference) throws EndpointException {
    Optional<XnatPlace> place = places.find(reference);
    if (place.isPresent()) {
      project.delete(place.get());
    }
  }

  @Override
  public String handle(Optional<Reference> reference, String method, Configuration arguments)
      throws EndpointException {
    if (!method.equals(RENAME.name())
        || reference.isEmpty()
        || reference.get().level() != DicomLevel.PATIENT) {
      return Endpoint.super.handle(reference, method, arguments);
    }
    String label = arguments.string("label");
    if (!label.matches("[A-Za-z0-9_-]+")) {
      throw new EndpointException(
          Reason.REFUSED, "a label is made of letters, digits, dashes and low lines");
    }
    project.put(places.find(reference.get()).orElseThrow(), XnatPlace.query("label", label));
    return XnatPlace.of(label).path();
  }

  @Override
  public void close() {
    session.close();
  }
}
