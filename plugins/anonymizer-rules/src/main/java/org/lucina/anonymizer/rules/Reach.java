package org.lucina.anonymizer.rules;

/** Whether a selector is about attributes of a tag. */
enum Reach {
  /** It is not. */
  NEVER,
  /** That depends on where the attribute stands, its VR or its private creator. */
  SOMETIMES,
  /** It is, wherever they stand. */
  ALWAYS;

  static Reach always(boolean is) {
    return is ? ALWAYS : NEVER;
  }

  static Reach sometimes(boolean may) {
    return may ? SOMETIMES : NEVER;
  }
}
