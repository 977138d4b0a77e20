package org.lucina.endpoint.splunk;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.VR;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.table.Column;

/**
 * Puts a query into Splunk's language. Fields narrow the search where Splunk finds at least what
 * DICOM matches; values are quoted, so that they make no search of their own.
 *
 * @param index where the events are
 * @param form of their bodies
 */
record SearchText(String index, Form form) {

  String of(Query query) {
    StringJoiner search = new StringJoiner(" ");
    search.add("search index=" + quoted(index));
    search.add("level=" + quoted(EventWriter.level(query.level())));
    for (QueryKey key : query.keys()) {
      field(key).ifPresent(search::add);
    }
    Optional.ofNullable(query.extensions().get(Searching.SEARCH)).ifPresent(search::add);
    return search.toString();
  }

  private Optional<String> field(QueryKey key) {
    if (key.path().size() > 1 || key.matching() == Matching.UNIVERSAL) {
      return Optional.empty();
    }
    Column column = new Column(key.path());
    List<String> values =
        KeyValues.of(new DataSet().set(key.tag(), VR.UC, key.value().split("\\\\")), key.tag());
    boolean told = values.stream().noneMatch(KeyValues.EMPTY::equals) && isTold(column.vr());
    if (values.isEmpty() || !told) {
      return Optional.empty();
    }
    return Optional.of(
        values.stream()
            .map(value -> quoted(form.field(column)) + "=" + quoted(value.replace('?', '*')))
            .collect(Collectors.joining(" OR ", "(", ")")));
  }

  /** Names match in more ways, and numbers and times in other ones, than Splunk knows. */
  private static boolean isTold(VR vr) {
    return switch (vr) {
      case AE, CS, LO, SH, UC, UI -> true;
      default -> false;
    };
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
