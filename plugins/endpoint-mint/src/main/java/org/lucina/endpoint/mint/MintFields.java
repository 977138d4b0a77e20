package org.lucina.endpoint.mint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.QueryKey;

/** The attributes that a MINT search knows, and at which level they come. */
final class MintFields {
  /** Names of search parameters. */
  private static final Map<Integer, String> PARAMETERS =
      Map.of(
          Tag.StudyInstanceUID, "studyInstanceUID",
          Tag.AccessionNumber, "accessionNumber",
          Tag.PatientName, "patientName",
          Tag.PatientID, "patientID",
          Tag.ModalitiesInStudy, "modalitiesInStudy",
          Tag.InstitutionName, "institutionName",
          Tag.PatientSex, "patientSex",
          Tag.StudyDescription, "studyDescription",
          Tag.InstitutionalDepartmentName, "institutionalDepartmentName");

  private static final Set<Integer> STUDY =
      Set.of(
          Tag.PatientID,
          Tag.IssuerOfPatientID,
          Tag.PatientName,
          Tag.PatientSex,
          Tag.PatientBirthDate,
          Tag.PatientBirthTime,
          Tag.StudyInstanceUID,
          Tag.AccessionNumber,
          Tag.StudyID,
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.ModalitiesInStudy,
          Tag.ReferringPhysicianName,
          Tag.StudyDescription,
          Tag.InstitutionName,
          Tag.InstitutionalDepartmentName,
          Tag.NumberOfStudyRelatedSeries,
          Tag.NumberOfStudyRelatedInstances,
          Tag.SOPClassesInStudy);

  private static final Set<Integer> SERIES =
      Set.of(
          Tag.SeriesInstanceUID,
          Tag.Modality,
          Tag.SeriesDate,
          Tag.SeriesTime,
          Tag.SeriesDescription,
          Tag.SeriesNumber,
          Tag.Laterality,
          Tag.BodyPartExamined,
          Tag.FrameOfReferenceUID,
          Tag.ProtocolName,
          Tag.PerformingPhysicianName,
          Tag.OperatorsName,
          Tag.PerformedProcedureStepStartDate,
          Tag.PerformedProcedureStepStartTime,
          Tag.PerformedProcedureStepDescription,
          Tag.NumberOfSeriesRelatedInstances);

  private static final Set<Integer> INSTANCE =
      Set.of(
          Tag.SOPInstanceUID,
          Tag.SOPClassUID,
          Tag.InstanceNumber,
          Tag.Rows,
          Tag.Columns,
          Tag.NumberOfFrames,
          Tag.BitsAllocated,
          Tag.ContentDate,
          Tag.ContentTime,
          Tag.Manufacturer,
          Tag.ManufacturerModelName,
          Tag.StationName,
          Tag.DeviceSerialNumber);

  /** What comes back unasked: names, and what tells the dixels of a level apart. */
  private static final Map<DicomLevel, List<Integer>> RETURNED =
      Map.of(
          DicomLevel.STUDY,
          List.of(
              Tag.StudyInstanceUID,
              Tag.PatientID,
              Tag.PatientName,
              Tag.StudyDate,
              Tag.StudyTime,
              Tag.AccessionNumber,
              Tag.StudyDescription),
          DicomLevel.SERIES,
          List.of(Tag.SeriesInstanceUID, Tag.Modality, Tag.SeriesDescription, Tag.SeriesNumber),
          DicomLevel.INSTANCE,
          List.of(Tag.SOPInstanceUID, Tag.SOPClassUID, Tag.InstanceNumber));

  private MintFields() {}

  /** The search parameter of an attribute, if it has one. */
  static Optional<String> parameter(int tag) {
    return Optional.ofNullable(PARAMETERS.get(tag));
  }

  /** The attributes that can be matched on when a level is asked for. */
  static Set<Integer> known(DicomLevel level) {
    Set<Integer> known = new HashSet<>(STUDY);
    if (level.isBelow(DicomLevel.STUDY)) {
      known.addAll(SERIES);
    }
    if (level.isBelow(DicomLevel.SERIES)) {
      known.addAll(INSTANCE);
    }
    return known;
  }

  /** The keywords of what is to come back, in the order of levels. */
  static List<String> include(DicomLevel level, List<QueryKey> keys, List<Integer> include) {
    List<Integer> tags = new ArrayList<>();
    Arrays.stream(DicomLevel.values())
        .filter(each -> !each.isBelow(level))
        .forEach(each -> tags.addAll(RETURNED.getOrDefault(each, List.of())));
    keys.forEach(key -> tags.add(key.path().get(0)));
    tags.addAll(include);
    return tags.stream()
        .distinct()
        .flatMap(tag -> Dictionary.find(tag).map(Dictionary.Entry::keyword).stream())
        .toList();
  }
}
