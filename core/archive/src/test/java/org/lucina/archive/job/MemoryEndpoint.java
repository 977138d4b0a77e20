package org.lucina.archive.job;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
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

/** Keeps the tags of instances, and fails when it is told to. */
final class MemoryEndpoint implements Endpoint {
  private final Map<String, Dixel> instances = new LinkedHashMap<>();
  private final List<String> puts = new ArrayList<>();
  private int unavailable;
  private boolean finds = true;
  private Set<String> refused = Set.of();
  private Runnable beforePut = () -> {};

  /** An instance of a study with an accession number. */
  synchronized MemoryEndpoint with(String accession, String study, String instance) {
    DataSet tags =
        new DataSet()
            .set(Tag.AccessionNumber, accession)
            .set(Tag.PatientID, "P" + study)
            .set(Tag.PatientName, "Doe^" + study)
            .set(Tag.StudyDate, "20260110")
            .set(Tag.StudyInstanceUID, study)
            .set(Tag.SeriesInstanceUID, study + ".1")
            .set(Tag.SOPInstanceUID, instance);
    Reference reference = Reference.instance(study, study + ".1", instance);
    instances.put(instance, Dixel.of(reference).tags(tags).build());
    return this;
  }

  /** Is away for so many calls of put. */
  synchronized void unavailable(int calls) {
    unavailable = calls;
  }

  /** Refuses instances. */
  synchronized void refuse(String... uids) {
    refused = Set.of(uids);
  }

  /** Does something before it takes each. */
  synchronized void beforePut(Runnable action) {
    beforePut = action;
  }

  /** SOP Instance UIDs in the order in which they were put, repeats included. */
  synchronized List<String> puts() {
    return List.copyOf(puts);
  }

  synchronized Set<String> uids() {
    return new LinkedHashSet<>(instances.keySet());
  }

  synchronized Dixel instance(String uid) {
    return instances.get(uid);
  }

  /** Answers no queries. */
  void findingNothing() {
    finds = false;
  }

  @Override
  public Capabilities capabilities() {
    Capabilities all =
        Capabilities.none()
            .puts(DicomLevel.INSTANCE)
            .gets(
                EnumSet.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE),
                EnumSet.of(View.TAGS, View.METADATA))
            .and(Operation.EXISTS);
    return finds
        ? all.finds(QuerySupport.all(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE))
        : all;
  }

  @Override
  public String check() {
    return "there";
  }

  @Override
  public synchronized Reference put(Dixel dixel) throws EndpointException {
    beforePut.run();
    if (unavailable > 0) {
      unavailable--;
      throw new EndpointException(Reason.UNAVAILABLE, "away");
    }
    String uid = dixel.reference().instanceUid().orElseThrow();
    if (refused.contains(uid)) {
      throw new EndpointException(Reason.REFUSED, "not wanted");
    }
    puts.add(uid);
    instances.put(uid, dixel);
    return dixel.reference();
  }

  @Override
  public synchronized Dixel get(Reference reference, Set<View> views) throws EndpointException {
    List<Dixel> found = below(reference);
    if (found.isEmpty()) {
      throw new EndpointException(Reason.NOT_FOUND, "not here");
    }
    return reference.level() == DicomLevel.INSTANCE
        ? found.get(0)
        : Dixel.of(reference).children(found::stream).build();
  }

  private List<Dixel> below(Reference reference) {
    return instances.values().stream()
        .filter(
            each ->
                each.reference()
                    .at(reference.level())
                    .flatMap(Reference::identifier)
                    .equals(reference.identifier()))
        .toList();
  }

  @Override
  public synchronized void find(Query query, Sink sink) throws EndpointException {
    Set<Reference> seen = new LinkedHashSet<>();
    for (Dixel instance : List.copyOf(instances.values())) {
      DataSet tags = tags(instance);
      Reference found = Reference.of(query.level(), tags).orElseThrow();
      if (query.matches(tags)
          && seen.add(found)
          && !sink.accept(Dixel.of(found).tags(tags).build())) {
        return;
      }
    }
  }

  static DataSet tags(Dixel dixel) {
    try {
      return dixel.tags();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public synchronized boolean exists(Reference reference) {
    return !below(reference).isEmpty();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
