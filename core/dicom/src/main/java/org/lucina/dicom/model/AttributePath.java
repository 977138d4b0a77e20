package org.lucina.dicom.model;

import java.util.Arrays;
import java.util.Locale;
import org.lucina.dicom.Tags;

/**
 * Where in a data set one is: tags and item numbers, counted from 1, such as {@code
 * 00081115/1/00081199}.
 */
public final class AttributePath {
  private int[] steps = new int[8];
  private int depth;

  /** Makes the path of the root. */
  public AttributePath() {}

  /** Goes to an attribute. */
  public void enterTag(int tag) {
    push(tag);
  }

  /** Goes to an item, counted from 1. */
  public void enterItem(int number) {
    push(number);
  }

  /** Goes one step back. */
  public void leave() {
    depth--;
  }

  private void push(int step) {
    if (depth == steps.length) {
      steps = Arrays.copyOf(steps, depth * 2);
    }
    steps[depth++] = step;
  }

  /** How many sequences are around the attribute. */
  public int nesting() {
    return depth / 2;
  }

  /** For messages: {@code (0008,1115)[1].(0008,1199)}; empty at the root. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      if (i % 2 == 0) {
        text.append(i == 0 ? "" : ".").append(Tags.format(steps[i]));
      } else {
        text.append('[').append(steps[i]).append(']');
      }
    }
    return text.toString();
  }

  /** Tags as eight hexadecimal digits and item numbers, joined by '/'. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      if (i % 2 == 0) {
        text.append(i == 0 ? "" : "/").append(String.format(Locale.ROOT, "%08X", steps[i]));
      } else {
        text.append('/').append(steps[i]);
      }
    }
    return text.toString();
  }
}
