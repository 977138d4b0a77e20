package org.lucina.anonymizer.ps315.table;

import java.util.Arrays;
import java.util.List;

/**
 * An action code of the table, of one action or of several from which the Type chooses.
 *
 * @param text as the table has it, such as {@code X/Z/D}
 * @param choices in the order of the table
 */
record ActionCode(String text, List<Act> choices) {
  private static final List<Act> ONLY_X = List.of(Act.REMOVE);

  static ActionCode of(String text) {
    return new ActionCode(text, Arrays.stream(text.split("/")).map(Act::of).toList());
  }

  /**
   * The action that takes most and keeps to the IOD: X where the attribute may be missing, Z where
   * it may be empty, else D or U. For an unknown Type what is right for each: D before Z before X.
   * An X alone gives way to the IOD, too, where that is known (PS3.15 E.1.1 step 2, note 1).
   */
  Act of(Type type) {
    if (choices.equals(ONLY_X)) {
      return type == Type.ONE ? Act.DUMMY : type == Type.TWO ? Act.EMPTY : Act.REMOVE;
    }
    return switch (type) {
      case THREE -> first(Act.REMOVE, Act.EMPTY, Act.DUMMY, Act.UID);
      case TWO -> first(Act.EMPTY, Act.DUMMY, Act.UID, Act.REMOVE);
      case ONE, UNKNOWN -> first(Act.DUMMY, Act.UID, Act.EMPTY, Act.REMOVE);
    };
  }

  private Act first(Act... preferred) {
    return Arrays.stream(preferred)
        .filter(choices::contains)
        .findFirst()
        .orElseGet(() -> choices.get(0));
  }
}
