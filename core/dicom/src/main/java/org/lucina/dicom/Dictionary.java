package org.lucina.dicom;

import java.util.Optional;

/** The data dictionary of PS3.6, PS3.7 and the private dictionaries found by ServiceLoader. */
public final class Dictionary {

  /**
   * One attribute.
   *
   * @param tag its tag; for repeating groups the one that was asked for
   * @param keyword name without spaces, empty for private attributes
   * @param vr its VR; the first of several that are possible
   * @param vm value multiplicity as the standard writes it, such as {@code 1-n}
   * @param name full name
   * @param retired whether the standard has retired it
   */
  public record Entry(int tag, String keyword, VR vr, String vm, String name, boolean retired) {}

  private Dictionary() {}

  /** The entry of a standard tag, repeating groups (50xx, 60xx ...) and group lengths included. */
  public static Optional<Entry> find(int tag) {
    throw new IllegalStateException("contract only");
  }

  /** The entry of a private tag under its creator. */
  public static Optional<Entry> find(String privateCreator, int tag) {
    throw new IllegalStateException("contract only");
  }

  /** The entry of a keyword. */
  public static Optional<Entry> find(String keyword) {
    throw new IllegalStateException("contract only");
  }

  /**
   * The VR of a tag when a header does not name it; UN when unknown (LO, UL for creators and
   * lengths).
   */
  public static VR vrOf(int tag) {
    throw new IllegalStateException("contract only");
  }

  /**
   * A tag from what a user types: keyword, {@code GGGGEEEE}, {@code GGGG,EEEE} or {@code
   * (GGGG,EEEE)}.
   */
  public static Optional<Integer> parseTag(String text) {
    throw new IllegalStateException("contract only");
  }
}
