package org.lucina.anonymizer.rules.imported;

import java.util.Optional;

/**
 * A line of a CTP script.
 *
 * @param number of the line, from 1
 * @param kind {@code p} parameter, {@code e} element, {@code k} group that is kept, {@code r} what
 *     is removed
 * @param enabled whether it counts
 * @param target what it is about: a name, a tag, a group
 * @param name that the element is given, for reading
 * @param text of it
 */
record CtpLine(
    int number, String kind, boolean enabled, String target, Optional<String> name, String text) {

  /** As messages call it. */
  String title() {
    return name.filter(given -> !given.isBlank()).map(given -> target + " " + given).orElse(target);
  }
}
