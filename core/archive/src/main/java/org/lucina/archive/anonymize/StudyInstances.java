package org.lucina.archive.anonymize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;

/** Walks through the instances of a study at an endpoint. */
final class StudyInstances {
  private StudyInstances() {}

  /** Takes instances. */
  interface Sink {
    /** Takes one; returns whether more are wanted. */
    boolean accept(Dixel instance) throws EndpointException, IOException;
  }

  /**
   * Gives each with attributes and file.
   *
   * @throws EndpointException when the study is not there, or cannot be read
   */
  static void each(Endpoint source, String studyUid, Sink sink)
      throws EndpointException, IOException {
    Set<View> views = EnumSet.of(View.TAGS, View.FILE);
    views.retainAll(source.capabilities().views());
    Reference study = Reference.study(studyUid);
    Set<DicomLevel> gets = source.capabilities().gets();
    if (gets.contains(DicomLevel.STUDY)) {
      walk(source.get(study, views), sink);
      return;
    }
    DicomLevel level = gets.contains(DicomLevel.SERIES) ? DicomLevel.SERIES : DicomLevel.INSTANCE;
    List<Reference> parts = new ArrayList<>();
    source.expand(study, level, parts::add);
    for (Reference part : parts) {
      if (!walk(source.get(part, views), sink)) {
        return;
      }
    }
  }

  private static boolean walk(Dixel dixel, Sink sink) throws EndpointException, IOException {
    if (dixel.level() == DicomLevel.INSTANCE) {
      return sink.accept(dixel);
    }
    try (Stream<Dixel> parts = dixel.children()) {
      for (Iterator<Dixel> each = parts.iterator(); each.hasNext(); ) {
        if (!walk(each.next(), sink)) {
          return false;
        }
      }
      return true;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
