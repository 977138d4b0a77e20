package org.lucina.anonymizer.diana;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Orthanc's {@code /anonymize} does to attributes by an edition of the basic profile of PS3.15
 * Annex E, as Orthanc 1.10 reads it.
 */
final class Profile {
  /** The editions that there are, the first of which was Orthanc's default in DIANA's time. */
  static final List<String> EDITIONS = List.of("2017c", "2021b");

  private static final int CURVES = 0x50;
  private static final int OVERLAYS = 0x60;
  private static final int OVERLAY_DATA = 0x3000;
  private static final int OVERLAY_COMMENTS = 0x4000;

  private final Map<Integer, Action> actions = new HashMap<>();

  /** What is done to an attribute. */
  enum Action {
    REMOVE,
    CLEAR,
    /** Another UID is put in its place. */
    UID
  }

  /** Reads one of the {@link #EDITIONS}. */
  Profile(String edition) {
    try (InputStream in = Profile.class.getResourceAsStream("orthanc-" + edition + ".txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(
              parts ->
                  actions.put(
                      Integer.parseUnsignedInt(parts[1], 16),
                      Action.valueOf(parts[0].toUpperCase(Locale.ROOT))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is done to an attribute; empty for nothing. */
  Optional<Action> of(int tag) {
    int element = tag & 0xFFFF;
    boolean drawn = element == OVERLAY_DATA || element == OVERLAY_COMMENTS;
    if (tag >>> 24 == CURVES || tag >>> 24 == OVERLAYS && drawn) {
      return Optional.of(Action.REMOVE);
    }
    return Optional.ofNullable(actions.get(tag));
  }
}
