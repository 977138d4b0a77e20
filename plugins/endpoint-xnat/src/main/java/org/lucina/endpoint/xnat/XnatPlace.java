package org.lucina.endpoint.xnat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.dixel.DicomLevel;

/**
 * Where something is in a project: the labels of subject, experiment, scan and file, as far as its
 * level goes.
 *
 * @param names one for a subject to four for a file
 */
record XnatPlace(List<String> names) {
  private static final List<String> FOLDERS =
      List.of("subjects/", "/experiments/", "/scans/", "/resources/DICOM/files/");

  /** Copies the list; refuses names that would lead elsewhere. */
  XnatPlace {
    names = List.copyOf(names);
    if (names.isEmpty()
        || names.size() > FOLDERS.size()
        || names.stream().anyMatch(name -> name.matches("\\.*"))) {
      throw new IllegalArgumentException("this is no place in an XNAT project");
    }
  }

  static XnatPlace of(String... names) {
    return new XnatPlace(List.of(names));
  }

  /** The place one level below. */
  XnatPlace at(String name) {
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return new XnatPlace(more);
  }

  DicomLevel level() {
    return DicomLevel.values()[names.size() - 1];
  }

  /** Its path below that of the project, encoded, which is its key, too. */
  String path() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      path.append(FOLDERS.get(i)).append(encode(names.get(i)));
    }
    return path.toString();
  }

  /** Reads a key. */
  static Optional<XnatPlace> parse(String key, DicomLevel level) {
    String rest = key;
    List<String> names = new ArrayList<>();
    for (String folder : FOLDERS.subList(0, level.ordinal() + 1)) {
      if (!rest.startsWith(folder)) {
        return Optional.empty();
      }
      rest = rest.substring(folder.length());
      int end = rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
      names.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    try {
      List<String> decoded =
          names.stream().map(n -> URLDecoder.decode(n, StandardCharsets.UTF_8)).toList();
      return rest.isEmpty() ? Optional.of(new XnatPlace(decoded)) : Optional.empty();
    } catch (IllegalArgumentException noPlace) {
      return Optional.empty();
    }
  }

  /** For paths and queries. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A query of names and values in turn; empty values are left out. */
  static String query(String... parameters) {
    List<String> given = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2) {
      if (!parameters[i + 1].isEmpty()) {
        given.add(
            encode(parameters[i]).replace("%3A", ":").replace("%2F", "/")
                + "="
                + encode(parameters[i + 1]));
      }
    }
    return given.isEmpty() ? "" : "?" + String.join("&", given);
  }
}
