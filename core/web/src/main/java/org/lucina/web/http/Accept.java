package org.lucina.web.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.lucina.spi.http.MediaRange;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/**
 * What a client accepts, the most wanted first (PS3.18 8.7.5): the query parameter {@code accept}
 * stands before the header field; without either, anything.
 *
 * @param ranges media ranges by falling weight, in the client's order where equal; refused ones
 *     (weight 0) are left out
 */
public record Accept(List<MediaRange> ranges) {

  /** Reads the values of query parameter and header field. */
  public static Accept of(List<String> queryParameter, List<String> headerField) {
    List<MediaRange> query = parse(queryParameter);
    if (!query.isEmpty()) {
      return new Accept(query);
    }
    List<MediaRange> header = parse(headerField);
    return new Accept(header.isEmpty() ? List.of(MediaRange.parse("*/*")) : header);
  }

  private static List<MediaRange> parse(List<String> values) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String value : values) {
      for (String range : MediaRange.split(value, ',')) {
        if (!range.isBlank()) {
          ranges.add(parse(range));
        }
      }
    }
    ranges.sort(Comparator.comparingDouble(MediaRange::quality).reversed());
    ranges.removeIf(range -> range.quality() == 0);
    return List.copyOf(ranges);
  }

  private static MediaRange parse(String range) {
    try {
      return MediaRange.parse(range);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Fault.BAD_REQUEST, "Accept has a malformed media range: " + e.getMessage(), e);
    }
  }

  /** The refusal when nothing of it can be given. */
  public ProblemException refusal(String available) {
    String asked =
        ranges.stream().map(MediaRange::name).distinct().collect(Collectors.joining(", "));
    return new ProblemException(
        Fault.NOT_ACCEPTABLE, "Asked for " + asked + "; available is " + available + ".");
  }
}
