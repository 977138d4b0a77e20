package org.lucina.archive.index.write;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;

/**
 * A patient, study or series while objects are added to it: what the database said when the
 * transaction began, and what the objects change.
 */
final class ParentRow {
  private final long id;
  private final boolean isNew;
  private final LevelValues values;
  private final BitSet filled = new BitSet();
  private final TreeSet<String> modalities = new TreeSet<>();
  private final TreeSet<String> sopClasses = new TreeSet<>();
  private ParentRow parent;
  private boolean deidentified = true;
  private int studies;
  private int series;
  private int instances;

  ParentRow(long id, boolean isNew, LevelValues values) {
    this.id = id;
    this.isNew = isNew;
    this.values = values.copy();
  }

  long id() {
    return id;
  }

  boolean isNew() {
    return isNew;
  }

  LevelValues values() {
    return values;
  }

  /** The columns that were open and got a value. */
  BitSet filled() {
    return filled;
  }

  /** The patient of a study, the study of a series. */
  ParentRow parent() {
    return parent;
  }

  ParentRow in(ParentRow row) {
    parent = row;
    return this;
  }

  /** Takes what is open here and said there: the first object to say something wins. */
  void fill(LevelValues offered) {
    for (int i = 0; i < values.size(); i++) {
      if (values.lacks(offered, i)) {
        values.take(offered, i);
        filled.set(i);
      }
    }
  }

  void addStudy() {
    studies++;
  }

  void addSeries() {
    series++;
  }

  void addInstance() {
    instances++;
  }

  int studies() {
    return studies;
  }

  int series() {
    return series;
  }

  int instances() {
    return instances;
  }

  boolean deidentified() {
    return deidentified;
  }

  void deidentified(boolean all) {
    deidentified &= all;
  }

  void modalities(String joined) {
    add(modalities, joined);
  }

  String modalities() {
    return joined(modalities, 1024);
  }

  void sopClasses(String joined) {
    add(sopClasses, joined);
  }

  String sopClasses() {
    return joined(sopClasses, 4000);
  }

  private static String joined(TreeSet<String> set, int maxLength) {
    StringBuilder joined = new StringBuilder();
    for (String value : set) {
      if (joined.length() + value.length() < maxLength) {
        joined.append(joined.isEmpty() ? "" : "\\").append(value);
      }
    }
    return joined.toString();
  }

  private static void add(TreeSet<String> set, String joined) {
    if (!joined.isEmpty()) {
      set.addAll(Arrays.asList(joined.split("\\\\")));
    }
  }
}
