package org.lucina.archive.identity;

import java.util.List;
import java.util.stream.Collectors;

/** Keys that were not registered; its message names rows, the first of which is 1. */
public class KeyRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  KeyRefusedException(String message) {
    super(message);
  }

  static KeyRefusedException of(List<Long> malformed, List<Long> contradicting) {
    String faults =
        List.of(named("malformed", malformed), named("contradicting", contradicting)).stream()
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new KeyRefusedException("nothing was registered: " + faults);
  }

  private static String named(String what, List<Long> rows) {
    return rows.isEmpty()
        ? ""
        : what + " rows: " + rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
