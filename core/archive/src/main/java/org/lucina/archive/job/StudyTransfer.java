package org.lucina.archive.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.archive.report.RunRecord;
import org.lucina.dicom.DataSet;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;

/** Puts one study from an endpoint to another, and leaves out what is there already. */
final class StudyTransfer {
  private final Endpoint source;
  private final Endpoint destination;
  private final Optional<Anonymizer> anonymizer;
  private final RunRecord record;
  private final Stop stop;
  private final Set<View> views;
  private long put;
  private long existing;
  private Optional<First> first = Optional.empty();

  /**
   * The first instance that was put.
   *
   * @param original attributes that it had
   * @param put attributes that it was put with
   */
  record First(DataSet original, DataSet put) {}

  /** The job is to end; what was put remains. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  StudyTransfer(ItemCollector.Route route, Stop stop) {
    this.source = route.source();
    this.destination = route.destination();
    this.anonymizer = route.anonymizer();
    this.record = route.record();
    this.stop = stop;
    this.views = EnumSet.of(View.TAGS, View.METADATA, View.FILE);
    this.views.retainAll(source.capabilities().views());
  }

  /** Instances that were put. */
  long put() {
    return put;
  }

  /** Instances that were there already. */
  long existing() {
    return existing;
  }

  /** The first instance that was put, be it that the transfer failed at a later one. */
  Optional<First> first() {
    return first;
  }

  /** Transfers a study; what was put of it remains when it fails, and is put again next time. */
  void transfer(Reference study) throws EndpointException {
    put = 0;
    existing = 0;
    Set<DicomLevel> gets = source.capabilities().gets();
    boolean looks =
        anonymizer.isEmpty() && destination.capabilities().operations().contains(Operation.EXISTS);
    boolean isPartlyThere = looks && destination.exists(withoutKey(study));
    if (gets.contains(DicomLevel.STUDY) && !(isPartlyThere && canName(gets))) {
      walk(source.get(study, views), isPartlyThere);
      return;
    }
    DicomLevel level = gets.contains(DicomLevel.INSTANCE) ? DicomLevel.INSTANCE : DicomLevel.SERIES;
    List<Reference> parts = new ArrayList<>();
    source.expand(study, level, parts::add);
    for (Reference part : parts) {
      boolean isThere =
          isPartlyThere
              && part.level() == DicomLevel.INSTANCE
              && destination.exists(withoutKey(part));
      if (isThere) {
        existing++;
      } else {
        walk(source.get(part, views), isPartlyThere && part.level() != DicomLevel.INSTANCE);
      }
    }
  }

  private boolean canName(Set<DicomLevel> gets) {
    return gets.contains(DicomLevel.INSTANCE)
        && source.capabilities().queries().levels().contains(DicomLevel.INSTANCE);
  }

  private void walk(Dixel dixel, boolean looks) throws EndpointException {
    if (dixel.level() == DicomLevel.INSTANCE) {
      instance(dixel, looks);
      return;
    }
    try (Stream<Dixel> parts = dixel.children()) {
      for (Iterator<Dixel> each = parts.iterator(); each.hasNext(); ) {
        walk(each.next(), looks);
      }
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(dixel, e);
    }
  }

  private void instance(Dixel instance, boolean looks) throws EndpointException {
    if (stop.isWished()) {
      throw new StoppedException();
    }
    if (looks && destination.exists(withoutKey(instance.reference()))) {
      existing++;
      return;
    }
    try {
      Dixel outgoing = anonymizer.isPresent() ? anonymized(instance) : instance;
      destination.put(outgoing);
      put++;
      if (first.isEmpty()) {
        first = Optional.of(new First(instance.tags(), outgoing.tags()));
      }
    } catch (IOException e) {
      throw unreadable(instance, e);
    }
  }

  private Dixel anonymized(Dixel instance) throws EndpointException, IOException {
    try {
      Anonymized anonymized = anonymizer.orElseThrow().anonymize(instance);
      if (source == destination
          && anonymized
              .dixel()
              .reference()
              .instanceUid()
              .equals(instance.reference().instanceUid())) {
        throw new EndpointException(
            Reason.REFUSED, instance + " keeps its UID, and would take the original's place");
      }
      record.add(instance, anonymized);
      return anonymized.marked();
    } catch (AnonymizerException e) {
      Reason reason =
          e.reason() == AnonymizerException.Reason.UNAVAILABLE
              ? Reason.UNAVAILABLE
              : Reason.REFUSED;
      throw new EndpointException(reason, "not anonymized: " + e.getMessage(), e);
    }
  }

  /** What one endpoint calls a dixel means nothing to another. */
  private static Reference withoutKey(Reference reference) {
    return reference.key().isEmpty() || reference.identifier().isEmpty()
        ? reference
        : new Reference(
            reference.level(),
            Optional.empty(),
            reference.studyUid(),
            reference.seriesUid(),
            reference.instanceUid(),
            Optional.empty());
  }

  private static EndpointException unreadable(Dixel dixel, Exception e) {
    return EndpointException.unreadable(dixel, e);
  }
}
