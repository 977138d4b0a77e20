package org.lucina.archive.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.archive.report.KeyFile;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Query;

/** Finds the studies of an item of a worklist at an endpoint, and their instances. */
final class StudySearch {
  private final Endpoint source;

  StudySearch(Endpoint source) {
    this.source = source;
  }

  /** The studies of an item; one that is named by its UID need not be asked for. */
  List<Dixel> find(Query item) throws EndpointException {
    Optional<String> study = item.key(Tag.StudyInstanceUID);
    if (!source.capabilities().operations().contains(Operation.FIND)
        && study.isPresent()
        && item.keys().size() == 1) {
      return List.of(Dixel.of(Reference.study(study.get())).build());
    }
    Query.Builder query = Query.of(item.level()).fuzzy(item.fuzzy());
    item.keys().forEach(query::key);
    item.extensions().forEach(query::extension);
    query.include(KeyFile.TOLD.toArray(Integer[]::new));
    List<Dixel> found = new ArrayList<>();
    source.find(query.build(), found::add);
    return found;
  }

  /** Takes an instance. */
  @FunctionalInterface
  interface Instances {
    /** Takes one; the endpoint may hand it out only for now. */
    void take(Dixel instance) throws EndpointException, IOException;
  }

  /** Gives each instance of a study. */
  void instances(Reference study, Set<View> views, Instances instances)
      throws EndpointException, IOException {
    Set<DicomLevel> gets = source.capabilities().gets();
    if (gets.contains(DicomLevel.STUDY)) {
      walk(source.get(study, views), instances);
      return;
    }
    DicomLevel level = gets.contains(DicomLevel.INSTANCE) ? DicomLevel.INSTANCE : DicomLevel.SERIES;
    List<Reference> parts = new ArrayList<>();
    source.expand(study, level, parts::add);
    for (Reference part : parts) {
      walk(source.get(part, views), instances);
    }
  }

  private static void walk(Dixel dixel, Instances instances) throws EndpointException, IOException {
    if (dixel.level() == DicomLevel.INSTANCE) {
      instances.take(dixel);
      return;
    }
    Stream<Dixel> parts;
    try {
      parts = dixel.children();
    } catch (IOException e) {
      throw EndpointException.unreadable(dixel, e);
    }
    try (parts) {
      for (Iterator<Dixel> each = parts.iterator(); each.hasNext(); ) {
        walk(each.next(), instances);
      }
    } catch (UncheckedIOException e) {
      throw EndpointException.unreadable(dixel, e);
    }
  }
}
