package org.lucina.spi.simple;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.DicomDate;
import org.lucina.dicom.value.DicomTime;
import org.lucina.spi.dixel.DicomLevel;

/**
 * Dates and times of the levels, joined. One that is missing is that of the level above; a date
 * without a time is its midnight.
 */
public final class DateTimes {
  private DateTimes() {}

  /**
   * When a patient's, study's, series' or instance's own attributes, or those above, say it was.
   */
  public static Optional<LocalDateTime> of(DicomLevel level, DataSet tags) {
    return switch (level) {
      case PATIENT -> Optional.empty();
      case STUDY -> of(tags, Tag.StudyDate, Tag.StudyTime);
      case SERIES -> of(tags, Tag.SeriesDate, Tag.SeriesTime).or(() -> of(DicomLevel.STUDY, tags));
      case INSTANCE ->
          of(tags, Tag.InstanceCreationDate, Tag.InstanceCreationTime)
              .or(() -> of(DicomLevel.SERIES, tags));
    };
  }

  /** Adds them where the data set tells them. */
  static void join(DataSet tags, Map<String, Object> simple) {
    of(DicomLevel.STUDY, tags).ifPresent(time -> simple.put("StudyDateTime", time));
    of(DicomLevel.SERIES, tags).ifPresent(time -> simple.put("SeriesDateTime", time));
    of(DicomLevel.INSTANCE, tags).ifPresent(time -> simple.put("InstanceCreationDateTime", time));
  }

  /** A date and a time of day. */
  static Optional<LocalDateTime> of(DataSet tags, int date, int time) {
    LocalTime hour =
        tags.string(time)
            .flatMap(text -> DicomTime.parse(text.strip()))
            .map(DicomTime::first)
            .orElse(LocalTime.MIDNIGHT);
    return tags.string(date)
        .flatMap(text -> DicomDate.parse(text.strip()))
        .map(day -> day.first().atTime(hour));
  }
}
