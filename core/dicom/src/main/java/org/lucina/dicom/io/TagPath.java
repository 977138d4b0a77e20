package org.lucina.dicom.io;

import java.util.Arrays;
import org.lucina.dicom.Tags;

/** Where in the nesting of sequences the parser is. */
final class TagPath {
  private int[] tags = new int[16];
  private int[] items = new int[16];
  private int depth;
  private int current;
  private boolean inElement;

  void element(int tag) {
    current = tag;
    inElement = true;
  }

  void enter() {
    if (depth == tags.length) {
      tags = Arrays.copyOf(tags, depth * 2);
      items = Arrays.copyOf(items, depth * 2);
    }
    tags[depth] = current;
    items[depth] = 0;
    depth++;
    inElement = false;
  }

  void nextItem() {
    items[depth - 1]++;
    inElement = false;
  }

  void leave() {
    depth--;
    current = tags[depth];
    inElement = true;
  }

  int depth() {
    return depth;
  }

  /** Such as {@code (0008,1115)[2].(0008,1199)}, items counted from 1. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int level = 0; level < depth; level++) {
      text.append(level == 0 ? "" : ".").append(Tags.format(tags[level]));
      if (items[level] > 0) {
        text.append('[').append(items[level]).append(']');
      }
    }
    if (inElement) {
      text.append(depth == 0 ? "" : ".").append(Tags.format(current));
    }
    return text.toString();
  }
}
