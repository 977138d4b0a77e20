package org.lucina.endpoint.dimse;

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

/** A remote PACS. Keys mean nothing to it: it is asked by identifiers alone. */
final class DimseEndpoint implements Endpoint {
  private static final String ECHO = "echo";
  private static final String MOVE = "move";
  private static final String DESTINATION = "destination";

  private final PeerCheck check;
  private final Finder finder;
  private final Targets targets;
  private final Retriever retriever;
  private final IndexDixels index;
  private final Mover mover;
  private final Sender sender;
  private final Runnable onClose;
  private final Capabilities capabilities;

  /**
   * Joins the parts; the retriever is empty where there is no way to have objects from the peer.
   */
  DimseEndpoint(
      Peer peer,
      Finder finder,
      Targets targets,
      Mover mover,
      Optional<Retriever> retriever,
      Set<DicomLevel> levels,
      Runnable onClose) {
    this.check = new PeerCheck(peer);
    this.finder = finder;
    this.targets = targets;
    this.mover = mover;
    this.retriever = retriever.orElse((reference, views) -> unretrievable(views));
    this.index = new IndexDixels(finder, targets);
    this.sender = new Sender(peer);
    this.onClose = onClose;
    Set<View> views =
        retriever.isPresent() ? EnumSet.of(View.TAGS, View.FILE) : EnumSet.of(View.TAGS);
    this.capabilities =
        Capabilities.none()
            .puts(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)
            .gets(levels, views)
            .finds(finder.support())
            .and(Operation.EXISTS)
            .methods(
                new Method(ECHO, "Calls the peer by C-ECHO", false, ConfigSpec.none()),
                new Method(
                    MOVE,
                    "Has the peer send the dixel to an application entity, by C-MOVE",
                    true,
                    ConfigSpec.of(
                        Property.required(
                            DESTINATION, Type.STRING, "AE title that the peer knows"))));
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public String check() throws EndpointException {
    return check.run();
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    if (!capabilities.puts().contains(dixel.level())) {
      throw new EndpointException(Reason.UNSUPPORTED, "patients cannot be put by C-STORE");
    }
    return sender.put(dixel);
  }

  /** Instances come with all their attributes; of studies and series the index tells some. */
  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    checkLevel(reference);
    if (!capabilities.views().containsAll(views)) {
      return unretrievable(views);
    }
    boolean objects =
        capabilities.views().contains(View.FILE)
            && (views.contains(View.FILE) || reference.level() == DicomLevel.INSTANCE);
    return objects ? retriever.retrieve(targets.complete(reference), views) : index.get(reference);
  }

  private Dixel unretrievable(Set<View> views) throws EndpointException {
    throw new EndpointException(
        Reason.UNSUPPORTED,
        "of the views " + views + " only " + capabilities.views() + " can be given here");
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    finder.find(query, sink);
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    checkLevel(reference);
    return targets.first(reference).isPresent();
  }

  @Override
  public String handle(Optional<Reference> reference, String method, Configuration arguments)
      throws EndpointException {
    if (method.equals(ECHO)) {
      return check.run();
    }
    if (method.equals(MOVE) && reference.isPresent()) {
      checkLevel(reference.get());
      return mover.move(targets.complete(reference.get()), arguments.string(DESTINATION)).json();
    }
    return Endpoint.super.handle(reference, method, arguments);
  }

  private void checkLevel(Reference reference) throws EndpointException {
    if (!capabilities.gets().contains(reference.level())) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "the query model of the endpoint has no level of patients");
    }
  }

  @Override
  public void close() {
    onClose.run();
  }
}
