package org.lucina.mint.diana;

import java.util.Locale;
import java.util.Optional;

/** The sexes that DIANA told apart. */
enum DianaSex {
  M,
  F,
  U;

  /** That of a value of Patient's Sex, or of a word; unknown for all but two. */
  static DianaSex of(Optional<String> value) {
    return switch (value.map(String::strip).orElse("").toUpperCase(Locale.ROOT)) {
      case "M", "MALE" -> M;
      case "F", "FEMALE" -> F;
      default -> U;
    };
  }
}
