package org.lucina.anonymizer.rules.imported;

import java.util.List;

/**
 * A part of what a CTP script says of an element: a call of a function, or text.
 *
 * @param name of the function; empty for text
 * @param arguments of the function without quotation marks; the text itself
 * @param branches what stands in braces behind the function
 */
record CtpCall(String name, List<String> arguments, List<String> branches) {

  static CtpCall text(String text) {
    return new CtpCall("", List.of(text), List.of());
  }

  boolean isText() {
    return name.isEmpty();
  }

  /** The argument at a place, from 0; empty where there is none. */
  String argument(int index) {
    return index < arguments.size() ? arguments.get(index) : "";
  }

  /** Whether the first argument is the element itself. */
  boolean isOfThis() {
    return argument(0).equals("this");
  }
}
