package org.lucina.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Value;
import org.lucina.dicom.io.OriginalValues;

/** Which fragments make up which frame (PS3.5 A.4, PS3.3 C.7.6.3.1.8). */
final class FrameFragments {
  private static final int ITEM_HEADER = 8;

  private final List<List<Value>> frames;

  private FrameFragments(List<List<Value>> frames) {
    this.frames = frames;
  }

  /** Tells whether a fragment is the first one of a frame. */
  @FunctionalInterface
  interface Starts {
    boolean frame(Value fragment) throws IOException;
  }

  /**
   * Finds out by their number, by an offset table, or by how they begin.
   *
   * @throws PixelDataException when none of these tells it
   */
  static FrameFragments of(DataSet data, Fragments fragments, int frames, Starts starts)
      throws IOException {
    List<Value> all = fragments.fragments();
    if (all.isEmpty() || all.size() < frames) {
      throw new PixelDataException(all.size() + " fragments cannot hold " + frames + " frames");
    }
    if (frames == 1) {
      return new FrameFragments(List.of(all));
    }
    if (all.size() == frames) {
      return new FrameFragments(all.stream().map(List::of).toList());
    }
    long[] offsets = offsets(data, fragments);
    return new FrameFragments(
        offsets.length == frames ? byOffset(all, offsets) : byStart(all, starts, frames));
  }

  private static long[] offsets(DataSet data, Fragments fragments) throws PixelDataException {
    if (fragments.offsetTable() instanceof Bytes table && !table.isEmpty()) {
      ByteBuffer entries = ByteBuffer.wrap(table.toArray()).order(ByteOrder.LITTLE_ENDIAN);
      long[] offsets = new long[table.length() / Integer.BYTES];
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = Integer.toUnsignedLong(entries.getInt());
      }
      return offsets;
    }
    try {
      return data.strings(Tag.ExtendedOffsetTable).stream()
          .mapToLong(Long::parseUnsignedLong)
          .toArray();
    } catch (NumberFormatException noNumber) {
      throw new PixelDataException("the extended offset table has no offsets", noNumber);
    }
  }

  private static List<List<Value>> byStart(List<Value> all, Starts starts, int frames)
      throws IOException {
    List<List<Value>> found = new ArrayList<>();
    for (Value fragment : all) {
      if (found.isEmpty() || starts.frame(fragment)) {
        found.add(new ArrayList<>());
      }
      found.get(found.size() - 1).add(fragment);
    }
    if (found.size() != frames) {
      throw new PixelDataException(
          all.size() + " fragments for " + frames + " frames, and no table of their offsets");
    }
    return found;
  }

  private static List<List<Value>> byOffset(List<Value> all, long[] offsets)
      throws PixelDataException {
    int frames = offsets.length;
    Map<Long, Integer> starts = new HashMap<>();
    long at = 0;
    for (int i = 0; i < all.size(); i++) {
      starts.put(at, i);
      at += ITEM_HEADER + length(all.get(i));
    }
    List<List<Value>> found = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      Integer from = starts.get(offsets[frame]);
      Integer to = frame + 1 == frames ? (Integer) all.size() : starts.get(offsets[frame + 1]);
      if (from == null || to == null || from >= to) {
        throw new PixelDataException("the offset table leads to no fragments");
      }
      found.add(all.subList(from, to));
    }
    return found;
  }

  int count() {
    return frames.size();
  }

  /**
   * Reads the encoded frame.
   *
   * @param number from 0
   */
  byte[] read(int number, OriginalValues original) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    long length = 0;
    for (Value fragment : frames.get(number)) {
      length += length(fragment);
      if (length > PixelDescription.LONGEST_FRAME) {
        throw new PixelDataException("an encoded frame is too long to be decoded");
      }
      if (fragment instanceof Bytes bytes) {
        bytes.writeTo(frame);
      } else {
        original.open((BulkData) fragment).transferTo(frame);
      }
    }
    return frame.toByteArray();
  }

  private static long length(Value fragment) {
    return fragment instanceof Bytes bytes ? bytes.length() : ((BulkData) fragment).length();
  }
}
