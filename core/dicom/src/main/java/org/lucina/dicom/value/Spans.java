package org.lucina.dicom.value;

import java.util.Optional;
import java.util.function.Function;

/** Divides a range at its hyphen. */
final class Spans {

  /** The two ends of a range, at least one of them present. */
  record Span<T>(Optional<T> from, Optional<T> to) {}

  private Spans() {}

  /**
   * Reads a single value, or a range divided at the first hyphen that leaves a value, or nothing,
   * on both sides.
   */
  static <T> Optional<Span<T>> parse(String key, Function<String, Optional<T>> parser) {
    String text = key.strip();
    for (int hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
      String left = text.substring(0, hyphen).strip();
      String right = text.substring(hyphen + 1).strip();
      Optional<T> from = parser.apply(left);
      Optional<T> to = parser.apply(right);
      boolean leftFits = from.isPresent() || left.isEmpty();
      boolean rightFits = to.isPresent() || right.isEmpty();
      if (leftFits && rightFits && (from.isPresent() || to.isPresent())) {
        return Optional.of(new Span<>(from, to));
      }
    }
    return parser.apply(text).map(value -> new Span<>(Optional.of(value), Optional.of(value)));
  }
}
