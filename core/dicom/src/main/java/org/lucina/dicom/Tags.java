package org.lucina.dicom;

import java.util.HexFormat;

/** Questions to tags as numbers (PS3.5 7). */
public final class Tags {
  /** Item (PS3.5 7.5). */
  public static final int ITEM = 0xFFFEE000;

  /** Item Delimitation Item. */
  public static final int ITEM_DELIMITATION = 0xFFFEE00D;

  /** Sequence Delimitation Item. */
  public static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Tags() {}

  /** Whether the group is odd. */
  public static boolean isPrivate(int tag) {
    return (tag & 0x00010000) != 0;
  }

  /** Whether it is a Private Creator Data Element (gggg,0010-00FF). */
  public static boolean isPrivateCreator(int tag) {
    int element = tag & 0xFFFF;
    return isPrivate(tag) && element >= 0x10 && element <= 0xFF;
  }

  /** Whether it is a Group Length (gggg,0000). */
  public static boolean isGroupLength(int tag) {
    return (tag & 0xFFFF) == 0;
  }

  /** As the standard prints it: {@code (0010,0020)}. */
  public static String format(int tag) {
    return "(" + HEX.toHexDigits((short) (tag >>> 16)) + "," + HEX.toHexDigits((short) tag) + ")";
  }
}
