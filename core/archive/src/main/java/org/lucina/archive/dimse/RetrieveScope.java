package org.lucina.archive.dimse;

import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.InstanceScope;
import org.lucina.dicom.Tag;
import org.lucina.net.DimseException;
import org.lucina.spi.dixel.DicomLevel;

/** Turns the identifier of a C-MOVE or C-GET into the instances that it names (PS3.4 C.4.2.2). */
final class RetrieveScope {

  private RetrieveScope() {}

  /** The instances; the unique key of the level must be there, a list of UIDs where it is one. */
  static InstanceScope of(Identifier identifier) throws DimseException {
    int key = InformationModel.uniqueKey(identifier.level());
    List<String> named = values(identifier, identifier.level());
    if (named.isEmpty()) {
      throw Identifier.mismatch("the unique key of the level must have a value", key);
    }
    if (identifier.level() == DicomLevel.PATIENT && named.size() != 1) {
      throw Identifier.mismatch("Patient ID must have one value", key);
    }
    Optional<String> issuer =
        identifier.keys().string(Tag.IssuerOfPatientID).filter(text -> !text.isEmpty());
    Optional<String> patient = values(identifier, DicomLevel.PATIENT).stream().findFirst();
    return new InstanceScope(
        patient,
        patient.isPresent() ? issuer : Optional.empty(),
        values(identifier, DicomLevel.STUDY),
        values(identifier, DicomLevel.SERIES),
        values(identifier, DicomLevel.INSTANCE));
  }

  /** The values of a level's unique key; keys below the level asked for do not count. */
  private static List<String> values(Identifier identifier, DicomLevel level)
      throws DimseException {
    if (level.compareTo(identifier.level()) > 0) {
      return List.of();
    }
    int key = InformationModel.uniqueKey(level);
    List<String> values =
        identifier.keys().strings(key).stream().filter(value -> !value.isEmpty()).toList();
    for (String value : values) {
      if (value.contains("*") || value.contains("?")) {
        throw Identifier.mismatch("retrieval takes no wildcards", key);
      }
    }
    return values;
  }
}
