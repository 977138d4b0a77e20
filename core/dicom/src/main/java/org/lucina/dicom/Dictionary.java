package org.lucina.dicom;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern TAG = Pattern.compile("\\(?([0-9A-Fa-f]{4}),?([0-9A-Fa-f]{4})\\)?");
  private static final StandardDictionary STANDARD = new StandardDictionary();

  /** One for the process: what an element means must not depend on who reads it. */
  private static final List<PrivateDictionary> PRIVATE = new CopyOnWriteArrayList<>();

  static {
    ServiceLoader.load(PrivateDictionary.class, Dictionary.class.getClassLoader())
        .forEach(PRIVATE::add);
  }

  private Dictionary() {}

  /** Adds a private dictionary, such as a plugin's, until it is removed. */
  public static void add(PrivateDictionary dictionary) {
    PRIVATE.add(dictionary);
  }

  /** Takes a private dictionary out again. */
  public static void remove(PrivateDictionary dictionary) {
    PRIVATE.remove(dictionary);
  }

  /** The entry of a standard tag, repeating groups (50xx, 60xx ...) and group lengths included. */
  public static Optional<Entry> find(int tag) {
    if (Tags.isPrivate(tag)) {
      return Optional.empty();
    }
    Entry entry = STANDARD.find(tag);
    if (entry == null) {
      return Tags.isGroupLength(tag)
          ? Optional.of(new Entry(tag, "", VR.UL, "1", "Generic Group Length", true))
          : Optional.empty();
    }
    return Optional.of(
        entry.tag() == tag
            ? entry
            : new Entry(
                tag, entry.keyword(), entry.vr(), entry.vm(), entry.name(), entry.retired()));
  }

  /** The entry of a private tag under its creator. */
  public static Optional<Entry> find(String privateCreator, int tag) {
    for (PrivateDictionary dictionary : PRIVATE) {
      Optional<Entry> entry = dictionary.find(privateCreator, tag);
      if (entry.isPresent()) {
        return entry;
      }
    }
    return Optional.empty();
  }

  /** The entry of a keyword. */
  public static Optional<Entry> find(String keyword) {
    return STANDARD.find(keyword);
  }

  /**
   * The VR of a tag when a header does not name it; UN when unknown (LO, UL for creators and
   * lengths).
   */
  public static VR vrOf(int tag) {
    if (Tags.isGroupLength(tag)) {
      return VR.UL;
    }
    if (Tags.isPrivate(tag)) {
      return Tags.isPrivateCreator(tag) ? VR.LO : VR.UN;
    }
    Entry entry = STANDARD.find(tag);
    return entry == null ? VR.UN : entry.vr();
  }

  /** The same where signed pixels (Pixel Representation 1) decide between US and SS. */
  public static VR vrOf(int tag, boolean signedPixels) {
    VR vr = vrOf(tag);
    return vr == VR.US && signedPixels && STANDARD.isSignedOrNot(tag) ? VR.SS : vr;
  }

  /** Whether there is any private dictionary. */
  public static boolean hasPrivate() {
    return !PRIVATE.isEmpty();
  }

  /**
   * A tag from what a user types: keyword, {@code GGGGEEEE}, {@code GGGG,EEEE} or {@code
   * (GGGG,EEEE)}.
   */
  public static Optional<Integer> parseTag(String text) {
    Matcher digits = TAG.matcher(text.strip());
    return digits.matches()
        ? Optional.of(Integer.parseUnsignedInt(digits.group(1) + digits.group(2), 16))
        : find(text.strip()).map(Entry::tag);
  }
}
