package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.VR;

/**
 * Reads selectors: {@code all}, {@code private}, {@code private:CREATOR}, {@code
 * private:CREATOR@0009xx02}, {@code vr:PN}, {@code group:0010}, {@code tag:60xx3000}, {@code
 * keyword:REGEX}, {@code not-keyword:REGEX}, a keyword, a tag, several of these joined by points,
 * or one behind {@code top:}.
 */
final class SelectorReader {
  private static final int GROUP_DIGITS = 4;
  private static final int TAG_DIGITS = 8;
  private static final Pattern IN_BLOCK = Pattern.compile("(.+)@([0-9A-Fa-fxX]{8})");

  /** Groups that repeat, curves and overlays. */
  private static final int REPEATING = 0xFF000000;

  private SelectorReader() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Selector read(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String value = text.substring(colon + 1).strip();
    return switch (kind) {
      case "all" -> new Selector.All();
      case "private" -> ofPrivate(colon < 0 ? "" : value);
      case "vr" -> new Selector.OfVr(vr(value));
      case "group" -> alike(value, GROUP_DIGITS);
      case "tag" -> alike(value.replaceAll("[(),]", ""), TAG_DIGITS);
      case "keyword" -> new Selector.Named(pattern(value), false);
      case "not-keyword" -> new Selector.Named(pattern(value), true);
      case "top" -> new Selector.Path(List.of(), tag(value));
      default -> path(text);
    };
  }

  private static Selector ofPrivate(String text) {
    Matcher inBlock = IN_BLOCK.matcher(text);
    if (inBlock.matches()) {
      return new Selector.Private(
          Optional.of(inBlock.group(1).strip()), alike(inBlock.group(2), TAG_DIGITS));
    }
    return new Selector.Private(
        Optional.of(text).filter(creator -> !creator.isEmpty()), new Selector.Alike(0, 0));
  }

  private static VR vr(String name) {
    return (name.length() == 2 ? VR.of(name.charAt(0), name.charAt(1)) : Optional.<VR>empty())
        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no VR"));
  }

  private static Selector.Alike alike(String digits, int length) {
    if (!digits.matches("[0-9A-Fa-fxX]{" + length + "}")) {
      throw new IllegalArgumentException(
          "'" + digits + "' must be " + length + " hexadecimal digits, x for any");
    }
    String all = digits + "x".repeat(TAG_DIGITS - length);
    String mask = all.replaceAll("[^xX]", "F").replaceAll("[xX]", "0");
    return new Selector.Alike(
        Integer.parseUnsignedInt(mask, 16),
        Integer.parseUnsignedInt(all.replaceAll("[xX]", "0"), 16));
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("'" + text + "' is no regular expression", e);
    }
  }

  private static Selector path(String text) {
    List<Integer> tags = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      tags.add(tag(part));
    }
    int last = tags.remove(tags.size() - 1);
    if (!tags.isEmpty()) {
      return new Selector.Path(List.copyOf(tags), last);
    }
    boolean keyword = Dictionary.find(text).isPresent();
    boolean repeats = last >>> 24 == 0x50 || last >>> 24 == 0x60;
    return keyword && repeats
        ? new Selector.Alike(REPEATING | 0xFFFF, last & (REPEATING | 0xFFFF))
        : new Selector.Attribute(last);
  }

  private static int tag(String text) {
    return Dictionary.parseTag(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no attribute of DICOM"));
  }
}
