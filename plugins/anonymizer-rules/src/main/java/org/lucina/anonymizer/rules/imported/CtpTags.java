package org.lucina.anonymizer.rules.imported;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.VR;

/**
 * Which element a line of a CTP script is about.
 *
 * @param selector of it, as a rule has it
 * @param tag of it; that within the group, for one of a private block
 * @param vr of it, UN if that is unknown
 */
record CtpTags(String selector, int tag, VR vr) {
  private static final Pattern BLOCK =
      Pattern.compile("([0-9A-Fa-f]{1,4}),?\\[(.*)\\]([0-9A-Fa-f]{2})");
  private static final Pattern CREATOR = Pattern.compile("([0-9A-Fa-f]{1,4}),?00\\[(.*)\\]");

  /**
   * Reads {@code 00100010}, {@code 0010,0010}, {@code 0009[CREATOR]02}, {@code 000900[CREATOR]},
   * with or without brackets around.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  static CtpTags read(String text) {
    String bare = bare(text);
    Matcher creator = CREATOR.matcher(bare);
    if (creator.matches()) {
      return ofBlock(creator.group(1), creator.group(2), "00xx");
    }
    Matcher block = BLOCK.matcher(bare);
    if (block.matches()) {
      return ofBlock(block.group(1), block.group(2), "xx" + block.group(3));
    }
    int tag =
        Dictionary.parseTag(bare)
            .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no element"));
    if (tag >>> 16 == 2) {
      throw new IllegalArgumentException("File Meta Information is always made anew");
    }
    return new CtpTags(String.format("%08X", tag), tag, Dictionary.vrOf(tag));
  }

  private static String bare(String text) {
    boolean wrapped =
        text.startsWith("[") && text.endsWith("]") || text.startsWith("(") && text.endsWith(")");
    return wrapped ? text.substring(1, text.length() - 1).strip() : text;
  }

  private static CtpTags ofBlock(String group, String creator, String element) {
    int number = Integer.parseInt(group, 16);
    if (number % 2 == 0) {
      throw new IllegalArgumentException("group " + group + " is not private");
    }
    String digits = String.format("%04x", number) + element.toLowerCase(Locale.ROOT);
    return new CtpTags("private:" + creator.strip() + "@" + digits, number << 16, VR.UN);
  }
}
