package org.lucina.mint.diana;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of the United States census of 1990 (public domain), in order, by their first letter. */
final class CensusNames {
  static final CensusNames LAST = new CensusNames("last.txt");
  static final CensusNames FEMALE = new CensusNames("female.txt");
  static final CensusNames MALE = new CensusNames("male.txt");

  private final Map<Character, List<String>> byLetter;

  private CensusNames(String resource) {
    try (InputStream in = CensusNames.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      byLetter = lines.lines().collect(Collectors.groupingBy(name -> name.charAt(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that begin with a letter; none where there are none. */
  List<String> with(char letter) {
    return byLetter.getOrDefault(letter, List.of());
  }
}
