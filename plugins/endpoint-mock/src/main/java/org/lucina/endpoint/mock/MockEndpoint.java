package org.lucina.endpoint.mock;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.endpoint.mock.study.Timeline;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;

/** Has what sites that do not exist have made by now. It keeps nothing, and can only be read. */
final class MockEndpoint implements Endpoint {
  private static final Set<DicomLevel> LEVELS =
      EnumSet.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE);
  private static final Set<View> VIEWS =
      EnumSet.of(View.TAGS, View.METADATA, View.FILE, View.FRAMES);

  private static final Capabilities CAPABILITIES =
      Capabilities.none()
          .gets(LEVELS, VIEWS)
          .finds(QuerySupport.all(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE))
          .and(Operation.EXISTS);

  private final Timeline timeline;
  private final int days;
  private final MadeSoFar made;

  /**
   * An endpoint that shows a timeline.
   *
   * @param days that are searched when a query does not say which
   */
  MockEndpoint(Timeline timeline, int days, Clock clock) {
    this.timeline = timeline;
    this.days = days;
    this.made = new MadeSoFar(clock);
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() {
    long today = timeline.studies(made.now().toLocalDate()).filter(made::hasBegun).count();
    return timeline.devices() + " devices have made " + today + " studies today";
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!VIEWS.containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "of the views " + views + " there is no report here");
    }
    return look(reference)
        .orElseThrow(
            () -> new EndpointException(Reason.NOT_FOUND, reference + " was not made here"));
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return look(reference).isPresent();
  }

  private Optional<Dixel> look(Reference reference) throws EndpointException {
    if (!LEVELS.contains(reference.level())) {
      throw new EndpointException(Reason.UNSUPPORTED, "patients are not handed out here");
    }
    return reference
        .identifier()
        .flatMap(uid -> dixel(reference.level(), uid))
        .filter(dixel -> agree(reference, dixel.reference()));
  }

  private Optional<Dixel> dixel(DicomLevel level, String uid) {
    return switch (level) {
      case PATIENT -> Optional.empty();
      case STUDY -> timeline.study(uid).filter(it -> it.uid().equals(uid)).flatMap(made::study);
      case SERIES ->
          timeline
              .study(uid)
              .flatMap(
                  study ->
                      study.series().stream()
                          .filter(series -> series.uid().equals(uid))
                          .findFirst()
                          .flatMap(series -> made.series(study, series)));
      case INSTANCE -> timeline.instance(uid).flatMap(made::instance);
    };
  }

  /** Whether all identifiers that are asked for are those of what was found. */
  private static boolean agree(Reference asked, Reference found) {
    return agree(asked.patientId(), found.patientId())
        && agree(asked.studyUid(), found.studyUid())
        && agree(asked.seriesUid(), found.seriesUid());
  }

  private static boolean agree(Optional<String> asked, Optional<String> found) {
    return asked.isEmpty() || asked.equals(found);
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    CAPABILITIES.queries().check(query);
    new Search(query, timeline, made, days).run(sink);
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
