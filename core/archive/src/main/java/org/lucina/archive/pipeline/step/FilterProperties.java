package org.lucina.archive.pipeline.step;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.query.Query;

/** Reads the properties of a filter. */
final class FilterProperties {
  private FilterProperties() {}

  static FilterStep read(Configuration properties) {
    Set<DixelEvent.Kind> kinds =
        properties
            .find("kinds")
            .map(text -> set(text, FilterProperties::kind))
            .orElse(EnumSet.allOf(DixelEvent.Kind.class));
    Set<DicomLevel> levels =
        properties
            .find("levels")
            .map(text -> set(text, FilterProperties::level))
            .orElse(EnumSet.allOf(DicomLevel.class));
    AttributeFilter attributes =
        new AttributeFilter(
            properties.find("query").map(FilterProperties::query), expression(properties));
    return new FilterStep(kinds, levels, attributes, properties.flag("negate"));
  }

  private static <T> Set<T> set(String text, Function<String, T> value) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .map(value)
        .collect(Collectors.toSet());
  }

  private static DixelEvent.Kind kind(String word) {
    return Arrays.stream(DixelEvent.Kind.values())
        .filter(kind -> kind.name().equals(word.toUpperCase(Locale.ROOT)))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no kind of events"));
  }

  private static DicomLevel level(String word) {
    return DicomLevel.parse(word)
        .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no level"));
  }

  private static Query query(String text) {
    Query query = Query.parse(DicomLevel.INSTANCE, text);
    if (!query.extensions().isEmpty()) {
      throw new IllegalArgumentException(
          "a filter has no terms of endpoints: " + String.join(", ", query.extensions().keySet()));
    }
    return query;
  }

  private static Optional<AttributeFilter.Expression> expression(Configuration properties) {
    Optional<String> attribute = properties.find("attribute");
    Optional<String> regex = properties.find("regex");
    if (attribute.isPresent() != regex.isPresent()) {
      throw new IllegalArgumentException("'attribute' and 'regex' go together");
    }
    try {
      return attribute.map(
          path ->
              new AttributeFilter.Expression(
                  AttributePath.parse(path), Pattern.compile(regex.orElseThrow())));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("'regex' is no regular expression", e);
    }
  }
}
