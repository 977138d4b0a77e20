package org.lucina.endpoint.mock;

import java.util.Set;
import java.util.stream.Stream;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Query;

/** Tells at which level the attributes of a query are known, so that no lower one need be made. */
final class Depth {
  private static final Set<Integer> OF_STUDIES =
      Set.of(
          Tag.SpecificCharacterSet,
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.PatientAge,
          Tag.StudyInstanceUID,
          Tag.AccessionNumber,
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.StudyDescription,
          Tag.StudyID,
          Tag.InstitutionName,
          Tag.ReferringPhysicianName,
          Tag.ModalitiesInStudy,
          Tag.NumberOfStudyRelatedSeries,
          Tag.NumberOfStudyRelatedInstances);
  private static final Set<Integer> OF_SERIES =
      Set.of(
          Tag.Modality,
          Tag.SeriesInstanceUID,
          Tag.SeriesNumber,
          Tag.SeriesDescription,
          Tag.SeriesDate,
          Tag.SeriesTime,
          Tag.ProtocolName,
          Tag.BodyPartExamined,
          Tag.Manufacturer,
          Tag.ManufacturerModelName,
          Tag.StationName,
          Tag.DeviceSerialNumber,
          Tag.SoftwareVersions,
          Tag.NumberOfSeriesRelatedInstances);

  private Depth() {}

  static DicomLevel of(Query query) {
    Stream<Integer> asked =
        Stream.concat(
            query.include().stream(), query.keys().stream().map(key -> key.path().get(0)));
    return asked
        .map(Depth::of)
        .reduce(query.level(), (deepest, level) -> level.isBelow(deepest) ? level : deepest);
  }

  private static DicomLevel of(int tag) {
    if (OF_STUDIES.contains(tag)) {
      return DicomLevel.STUDY;
    }
    return OF_SERIES.contains(tag) ? DicomLevel.SERIES : DicomLevel.INSTANCE;
  }
}
