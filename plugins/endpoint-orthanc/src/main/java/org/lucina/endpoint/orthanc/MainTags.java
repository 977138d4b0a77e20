package org.lucina.endpoint.orthanc;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;

/**
 * The attributes that Orthanc keeps in its database, each at a level. Those are left out that
 * differ among what is below that level, and texts, which it keeps only when they are short.
 */
final class MainTags {
  private static final Map<DicomLevel, Set<Integer>> LEVELS = new EnumMap<>(DicomLevel.class);

  static {
    LEVELS.put(
        DicomLevel.PATIENT,
        Set.of(
            Tag.PatientName,
            Tag.PatientBirthDate,
            Tag.PatientSex,
            Tag.OtherPatientIDs,
            Tag.PatientID));
    LEVELS.put(
        DicomLevel.STUDY,
        Set.of(
            Tag.StudyDate,
            Tag.StudyTime,
            Tag.StudyID,
            Tag.StudyDescription,
            Tag.AccessionNumber,
            Tag.StudyInstanceUID,
            Tag.RequestedProcedureDescription,
            Tag.InstitutionName,
            Tag.RequestingPhysician,
            Tag.ReferringPhysicianName));
    LEVELS.put(
        DicomLevel.SERIES,
        Set.of(
            Tag.SeriesDate,
            Tag.SeriesTime,
            Tag.Modality,
            Tag.Manufacturer,
            Tag.StationName,
            Tag.SeriesDescription,
            Tag.BodyPartExamined,
            Tag.SequenceName,
            Tag.ProtocolName,
            Tag.SeriesNumber,
            Tag.CardiacNumberOfImages,
            Tag.ImagesInAcquisition,
            Tag.NumberOfTemporalPositions,
            Tag.NumberOfSlices,
            Tag.NumberOfTimeSlices,
            Tag.SeriesInstanceUID,
            Tag.SeriesType,
            Tag.OperatorsName,
            Tag.PerformedProcedureStepDescription,
            Tag.AcquisitionDeviceProcessingDescription,
            Tag.ContrastBolusAgent));
    LEVELS.put(
        DicomLevel.INSTANCE,
        Set.of(
            Tag.InstanceCreationDate,
            Tag.InstanceCreationTime,
            Tag.AcquisitionNumber,
            Tag.ImageIndex,
            Tag.InstanceNumber,
            Tag.NumberOfFrames,
            Tag.TemporalPositionIdentifier,
            Tag.SOPInstanceUID,
            Tag.ImagePositionPatient,
            Tag.ImageOrientationPatient));
  }

  private MainTags() {}

  /** The level at which an attribute is kept, empty when it is not. */
  static Optional<DicomLevel> level(int tag) {
    return Arrays.stream(DicomLevel.values())
        .filter(level -> LEVELS.get(level).contains(tag))
        .findFirst();
  }
}
