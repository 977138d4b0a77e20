package org.lucina.spi.mint;

import java.util.OptionalLong;

/**
 * Remembers, in the database of the index, what stands for what, for good: what was returned once
 * survives a crash, and is the same on all servers that share the database. Thread-safe.
 */
public interface IdentityRegistry {
  /** The domain of persons; {@link Subjects} are their originals. */
  String PATIENT = "patient";

  /** The domain of UIDs. */
  String UID = "uid";

  /** Begins the domains of other identifiers, such as {@code token:AccessionNumber}. */
  String TOKEN = "token:";

  /** Characters of an original at most. */
  int LONGEST_ORIGINAL = 400;

  /** Characters of a replacement at most. */
  int LONGEST_REPLACEMENT = 64;

  /**
   * What stands for an original; the first candidate that stands for no other of its domain, and is
   * not the original itself, when nothing does yet.
   *
   * @param domain what kind of identifier it is, 128 characters at most
   * @param original 1 to {@value #LONGEST_ORIGINAL} characters
   */
  Registered register(String domain, String original, Candidates candidates) throws MintException;

  /**
   * What stands for an original.
   *
   * @param replacement 1 to {@value #LONGEST_REPLACEMENT} characters
   * @param offsetDays by which dates of a person are moved, 0 in other domains
   */
  record Registered(String replacement, int offsetDays) {}

  /** Makes what may stand for an original. */
  interface Candidates {

    /** The first number that is given out; empty when they are not counted. */
    OptionalLong first();

    /**
     * One, another one each time.
     *
     * @param number one that none of the domain had before, when they are counted; else 0
     */
    Registered make(long number);
  }
}
