package org.lucina.endpoint.dimse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.DateRange;
import org.lucina.dicom.value.DicomDate;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;

/**
 * Cuts a query for studies of a long time into such of some days each, so that none has more
 * answers than the peer gives.
 *
 * @param days of one span, 0 to cut nothing
 */
record StudySpans(int days) {
  private static final List<Integer> DATE = List.of(Tag.StudyDate);

  /** The queries whose answers together are those of one; the last one may be open-ended. */
  List<Query> cut(Query query, LocalDate today) {
    Optional<DateRange> range =
        query.keys().stream()
            .filter(key -> key.path().equals(DATE) && key.matching() == Matching.RANGE)
            .findFirst()
            .flatMap(key -> DateRange.parse(key.value().strip()));
    if (days == 0 || range.isEmpty() || range.get().from().isEmpty()) {
      return List.of(query);
    }
    List<Query> spans = new ArrayList<>();
    LocalDate end = range.get().to().orElse(today);
    LocalDate first = range.get().from().get();
    while (!first.isAfter(end)) {
      LocalDate last = first.plusDays(days - 1L);
      last = last.isAfter(end) ? end : last;
      spans.add(of(query, DicomDate.format(first) + "-" + DicomDate.format(last)));
      first = last.plusDays(1);
    }
    if (range.get().to().isEmpty()) {
      spans.add(of(query, DicomDate.format(first) + "-"));
    }
    return spans.isEmpty() ? List.of(query) : spans;
  }

  private static Query of(Query query, String span) {
    List<QueryKey> keys =
        query.keys().stream()
            .map(key -> key.path().equals(DATE) ? QueryKey.of(Tag.StudyDate, span) : key)
            .toList();
    return new Query(
        query.level(),
        keys,
        query.include(),
        query.fuzzy(),
        query.offset(),
        query.limit(),
        query.extensions());
  }
}
