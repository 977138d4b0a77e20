package org.lucina.observer.archive;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;

/**
 * Which events an observer tells.
 *
 * @param types level and kind of each
 */
record Wanted(Set<Type> types) {
  private static final Map<String, Type> KNOWN = known();

  record Type(DicomLevel level, Kind kind) {
    private String text() {
      return (level + "-" + kind).toLowerCase(Locale.ROOT);
    }
  }

  private static Map<String, Type> known() {
    Map<String, Type> known = new TreeMap<>();
    for (DicomLevel level : List.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)) {
      Kind third = level == DicomLevel.INSTANCE ? Kind.CHANGED : Kind.STABLE;
      for (Kind kind : List.of(Kind.ADDED, Kind.DELETED, third)) {
        Type type = new Type(level, kind);
        known.put(type.text(), type);
      }
    }
    return known;
  }

  /** The names of all that there are. */
  static String names() {
    return String.join(", ", KNOWN.keySet());
  }

  /** Reads names that are separated by commas. */
  static Wanted parse(String text) throws ProviderException {
    Set<Type> types = new HashSet<>();
    for (String name : text.split(",")) {
      Type type = KNOWN.get(name.strip());
      if (type == null) {
        throw new ProviderException(
            "property 'events': '" + name.strip() + "' is none of " + names());
      }
      types.add(type);
    }
    return new Wanted(Set.copyOf(types));
  }

  boolean has(DixelEvent event) {
    return has(event.reference().level(), event.kind());
  }

  boolean has(DicomLevel level, Kind kind) {
    return types.contains(new Type(level, kind));
  }

  Set<Kind> kinds() {
    return types.stream()
        .map(Type::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }
}
