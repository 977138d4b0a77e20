package org.lucina.anonymizer.ps315.walk;

import java.util.Set;
import org.lucina.anonymizer.ps315.table.ContentTable;
import org.lucina.anonymizer.ps315.table.IodTypes;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.anonymizer.ps315.table.Profile;
import org.lucina.anonymizer.ps315.table.SafePrivate;

/**
 * What holds for all instances of one anonymizer.
 *
 * @param profile the table with the options
 * @param content what is done to content items
 * @param types of attributes in IODs
 * @param options in force
 * @param safePrivate private attributes that may stay with their option
 */
public record Settings(
    Profile profile,
    ContentTable content,
    IodTypes types,
    Set<Option> options,
    SafePrivate safePrivate) {

  /** Compiles what these options ask for. */
  public static Settings of(Set<Option> options, SafePrivate safePrivate) {
    IodTypes types = new IodTypes();
    return new Settings(
        Profile.of(options, types),
        new ContentTable(options),
        types,
        Set.copyOf(options),
        safePrivate);
  }

  boolean has(Option option) {
    return options.contains(option);
  }
}
