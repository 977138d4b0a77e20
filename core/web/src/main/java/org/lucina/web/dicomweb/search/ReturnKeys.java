package org.lucina.web.dicomweb.search;

import java.util.List;
import java.util.stream.Stream;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;

/** The attributes that every match has (PS3.18 Tables 10.6.3-3 to 10.6.3-5). */
final class ReturnKeys {
  private static final List<Integer> STUDY =
      List.of(
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.AccessionNumber,
          Tag.ModalitiesInStudy,
          Tag.ReferringPhysicianName,
          Tag.TimezoneOffsetFromUTC,
          Tag.StudyDescription,
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.StudyInstanceUID,
          Tag.StudyID,
          Tag.NumberOfStudyRelatedSeries,
          Tag.NumberOfStudyRelatedInstances);

  private static final List<Integer> SERIES =
      List.of(
          Tag.Modality,
          Tag.TimezoneOffsetFromUTC,
          Tag.SeriesDescription,
          Tag.StudyInstanceUID,
          Tag.SeriesInstanceUID,
          Tag.SeriesNumber,
          Tag.NumberOfSeriesRelatedInstances,
          Tag.PerformedProcedureStepStartDate,
          Tag.PerformedProcedureStepStartTime,
          Tag.RequestAttributesSequence);

  private static final List<Integer> INSTANCE =
      List.of(
          Tag.SOPClassUID,
          Tag.SOPInstanceUID,
          Tag.TimezoneOffsetFromUTC,
          Tag.StudyInstanceUID,
          Tag.SeriesInstanceUID,
          Tag.InstanceNumber,
          Tag.Rows,
          Tag.Columns,
          Tag.BitsAllocated,
          Tag.NumberOfFrames);

  private ReturnKeys() {}

  /**
   * Those of a level, and of the levels above it that the request path does not fix.
   *
   * @param studyGiven whether the path names the study
   * @param seriesGiven whether the path names the series
   */
  static List<Integer> of(DicomLevel level, boolean studyGiven, boolean seriesGiven) {
    Stream<Integer> study = studyGiven ? Stream.of() : STUDY.stream();
    Stream<Integer> series = seriesGiven ? Stream.of() : SERIES.stream();
    return switch (level) {
      case PATIENT, STUDY -> STUDY;
      case SERIES -> Stream.concat(study, SERIES.stream()).distinct().toList();
      case INSTANCE ->
          Stream.of(study, series, INSTANCE.stream()).flatMap(keys -> keys).distinct().toList();
    };
  }
}
