package org.lucina.dicom.io;

import java.util.Arrays;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;

/** The lengths of all sequences and items, found in one pass and used in the same order. */
final class LengthPlan {
  private static final int DELIMITER = 8;
  private static final long LONGEST = 0xFFFFFFFEL;

  private long[] lengths = new long[16];
  private int count;
  private int next;

  private LengthPlan() {}

  static LengthPlan of(DataSet dataSet, boolean explicit) {
    LengthPlan plan = new LengthPlan();
    plan.dataSet(dataSet, explicit);
    return plan;
  }

  /** Bytes of a whole data set. */
  static long total(DataSet dataSet, boolean explicit) {
    return new LengthPlan().dataSet(dataSet, explicit);
  }

  /** The length of the next sequence or item in order, -1 when undefined. */
  long next() {
    return lengths[next++];
  }

  private long dataSet(DataSet dataSet, boolean explicit) {
    long total = 0;
    for (Element element : dataSet.encodingOrder()) {
      long length = value(element, explicit);
      boolean longForm = explicit && HeaderWriter.isLongForm(element.vr(), element.form(), length);
      total += length + (longForm ? 12 : 8);
    }
    return total;
  }

  private long value(Element element, boolean explicit) {
    Value value = element.value();
    if (value instanceof Bytes bytes) {
      return bytes.length();
    }
    if (value instanceof BulkData bulk) {
      return bulk.length();
    }
    if (value instanceof Sequence sequence) {
      return sequence(sequence, explicit && !isImplicitInside(element));
    }
    long total = DELIMITER;
    Fragments fragments = (Fragments) value;
    total += DELIMITER + length(fragments.offsetTable());
    for (Value fragment : fragments.fragments()) {
      total += DELIMITER + length(fragment);
    }
    return total;
  }

  static boolean isImplicitInside(Element element) {
    return element.form().isUnknownSequence() && element.vr() == VR.SQ;
  }

  static long length(Value value) {
    return value instanceof Bytes bytes ? bytes.length() : ((BulkData) value).length();
  }

  private long sequence(Sequence sequence, boolean explicit) {
    int slot = reserve();
    long total = 0;
    for (DataSet item : sequence.items()) {
      int itemSlot = reserve();
      long length = dataSet(item, explicit);
      boolean undefined = item.undefinedLength() || length > LONGEST;
      lengths[itemSlot] = undefined ? -1 : length;
      total += DELIMITER + length + (undefined ? DELIMITER : 0);
    }
    boolean undefined = sequence.undefinedLength() || total > LONGEST;
    lengths[slot] = undefined ? -1 : total;
    return total + (undefined ? DELIMITER : 0);
  }

  private int reserve() {
    if (count == lengths.length) {
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    return count++;
  }
}
