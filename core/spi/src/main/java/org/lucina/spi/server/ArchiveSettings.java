package org.lucina.spi.server;

/**
 * Settings of the archive (attributes of {@code /subsystem=lucina}), all changeable at run time.
 *
 * @param storage name of the storage that takes new objects
 * @param localAeTitle title under which the archive calls others
 * @param duplicates what happens to a different object under a SOP Instance UID that is taken
 * @param acceptUnknownSopClasses whether SOP classes that PS3.6 does not list are stored
 * @param unknownAes from where AEs that are not configured get in
 * @param fuzzyMatching whether person names match fuzzily when the requestor does not say
 * @param maxResults answers to one query at most; more give a warning
 */
public record ArchiveSettings(
    String storage,
    String localAeTitle,
    Duplicates duplicates,
    boolean acceptUnknownSopClasses,
    UnknownAes unknownAes,
    boolean fuzzyMatching,
    int maxResults) {

  /** What happens to a different object under a SOP Instance UID that is taken. */
  public enum Duplicates {
    KEEP,
    REPLACE,
    REJECT
  }

  /** From where AEs that are not configured get in. */
  public enum UnknownAes {
    NOWHERE,
    LOOPBACK,
    ANYWHERE
  }
}
