package org.lucina.archive.job;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Query;

/** Cuts a query with a span of days into steps of some days, so that no answer is too long. */
final class DateSpans {
  private static final DateTimeFormatter DICOM = DateTimeFormatter.BASIC_ISO_DATE;

  private DateSpans() {}

  static List<Query> read(DefinitionReader reader) throws JobException {
    Optional<String> text = reader.find("query");
    Optional<String> from = reader.find("from");
    Optional<String> to = reader.find("to");
    int days = reader.number("step-days", 15, 1, 3660);
    if (text.isEmpty() && from.isEmpty() && to.isEmpty()) {
      return List.of();
    }
    Query query = query(text.orElse(""));
    if (from.isEmpty() && to.isEmpty()) {
      return List.of(query);
    }
    if (from.isEmpty() || to.isEmpty()) {
      throw JobException.malformed("'from' and 'to' stand together");
    }
    if (query.key(Tag.StudyDate).isPresent()) {
      throw JobException.malformed("'query' names StudyDate, and so do 'from' and 'to'");
    }
    return steps(query, date("from", from.get()), date("to", to.get()), days);
  }

  private static Query query(String text) throws JobException {
    try {
      return Query.parse(DicomLevel.STUDY, text);
    } catch (IllegalArgumentException e) {
      throw new JobException(JobException.Reason.MALFORMED, "'query': " + e.getMessage(), e);
    }
  }

  private static LocalDate date(String name, String text) throws JobException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new JobException(
          JobException.Reason.MALFORMED, "'" + name + "' must be a day as 2026-01-31", e);
    }
  }

  private static List<Query> steps(Query query, LocalDate from, LocalDate to, int days)
      throws JobException {
    if (to.isBefore(from)) {
      throw JobException.malformed("'to' is before 'from'");
    }
    List<Query> steps = new ArrayList<>();
    for (LocalDate start = from; !start.isAfter(to); start = start.plusDays(days)) {
      LocalDate end = start.plusDays(days - 1L);
      String span = start.format(DICOM) + "-" + (end.isAfter(to) ? to : end).format(DICOM);
      Query.Builder step = Query.of(DicomLevel.STUDY).fuzzy(query.fuzzy());
      query.keys().forEach(step::key);
      query.extensions().forEach(step::extension);
      steps.add(step.studyDates(span).build());
    }
    return steps;
  }
}
