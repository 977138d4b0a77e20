package org.lucina.web.dicomweb.search;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.Dictionary;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/**
 * The path to an attribute (PS3.18 8.3.4.1): tags or keywords joined by dots, all but the last of
 * sequences.
 *
 * @param tags from the outermost, at least one
 */
record AttributePath(List<Integer> tags) {

  AttributePath {
    tags = List.copyOf(tags);
  }

  /** Reads a path; 400 when a step is neither a keyword nor a tag. */
  static AttributePath parse(String text) {
    List<Integer> tags = new ArrayList<>();
    for (String step : text.split("\\.", -1)) {
      tags.add(
          Dictionary.parseTag(step)
              .orElseThrow(
                  () ->
                      new ProblemException(
                          Fault.UNKNOWN_PARAMETER,
                          "'" + printable(text) + "' is no parameter, keyword or tag.")));
    }
    return new AttributePath(tags);
  }

  private static String printable(String text) {
    String plain = text.replaceAll("[^\\p{Alnum}.,()_-]", "?");
    return plain.length() > 64 ? plain.substring(0, 64) : plain;
  }

  @Override
  public String toString() {
    return tags.stream()
        .map(tag -> String.format("%08X", tag))
        .collect(java.util.stream.Collectors.joining("."));
  }

  /** The outermost tag. */
  int first() {
    return tags.get(0);
  }
}
