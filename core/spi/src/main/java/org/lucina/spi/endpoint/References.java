package org.lucina.spi.endpoint;

import java.util.Locale;
import java.util.Optional;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/** Breaks up references by asking the endpoint for their parts. */
final class References {
  private References() {}

  static void expand(
      Endpoint endpoint, Reference reference, DicomLevel level, Endpoint.ReferenceSink sink)
      throws EndpointException {
    if (reference.level() == level) {
      sink.accept(reference);
      return;
    }
    if (!level.isBelow(reference.level())) {
      throw new EndpointException(
          Reason.REFUSED,
          "a reference to a " + name(reference.level()) + " has no " + name(level) + " below it");
    }
    if (!endpoint.capabilities().queries().levels().contains(level)
        || reference.identifier().isEmpty()) {
      throw new EndpointException(
          Reason.UNSUPPORTED,
          "the parts of a "
              + name(reference.level())
              + " cannot be told here at level "
              + name(level));
    }
    Query.Builder parts = Query.of(level);
    reference.patientId().ifPresent(id -> parts.key(Tag.PatientID, id));
    reference.studyUid().ifPresent(uid -> parts.key(Tag.StudyInstanceUID, uid));
    reference.seriesUid().ifPresent(uid -> parts.key(Tag.SeriesInstanceUID, uid));
    for (Optional<DicomLevel> each = Optional.of(level);
        each.isPresent() && each.get().isBelow(reference.level());
        each = each.get().above()) {
      parts.key(uid(each.get()), "");
    }
    endpoint.find(
        parts.build(),
        found -> !isPart(found.reference(), reference) || sink.accept(found.reference()));
  }

  /**
   * A Patient ID with {@code *} or {@code ?} is a wild card to queries, and finds others' parts.
   */
  private static boolean isPart(Reference found, Reference whole) {
    Optional<String> belongsTo = found.at(whole.level()).flatMap(Reference::identifier);
    return belongsTo.isEmpty() || belongsTo.equals(whole.identifier());
  }

  private static int uid(DicomLevel level) {
    return switch (level) {
      case PATIENT -> Tag.PatientID;
      case STUDY -> Tag.StudyInstanceUID;
      case SERIES -> Tag.SeriesInstanceUID;
      case INSTANCE -> Tag.SOPInstanceUID;
    };
  }

  private static String name(DicomLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
