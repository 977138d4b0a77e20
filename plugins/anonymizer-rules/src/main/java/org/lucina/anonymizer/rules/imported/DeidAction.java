package org.lucina.anonymizer.rules.imported;

/** Actions of deid recipes, the first of two that meet counts. */
enum DeidAction {
  KEEP,
  ADD,
  REPLACE,
  JITTER,
  REMOVE,
  BLANK
}
