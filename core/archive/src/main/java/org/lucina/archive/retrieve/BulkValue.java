package org.lucina.archive.retrieve;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.store.HeaderEncoder;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Value;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;

/**
 * A bulk value of an open file: one range of bytes, or the fragments of encapsulated pixel data one
 * after the other, in little endian.
 */
final class BulkValue {
  private static final int HEX = 16;
  private static final String PIXEL_DATA = "7FE00010";

  private final List<Value> parts;
  private final int unit;

  private BulkValue(List<Value> parts, int unit) {
    this.parts = parts;
    this.unit = unit;
  }

  /**
   * Finds a value by its attribute path, such as {@code 54000100/1/54001010}; pixel data is found
   * by the frame index without reading what comes before it.
   */
  static Optional<BulkValue> find(StoredFile file, Optional<FrameIndex> frames, String path)
      throws IOException {
    if (frames.isPresent() && path.equalsIgnoreCase(PIXEL_DATA)) {
      return Optional.of(pixelData(frames.get()));
    }
    Optional<Integer> last = tag(path.split("/", 2)[0]).map(tag -> tag + 1);
    DicomReader.Options options =
        new DicomReader.Options(ReadLimits.DEFAULT, HeaderEncoder.BULK_THRESHOLD, last);
    try (DicomReader reader = DicomReader.ofDataSet(file.dataSet(), file.syntax(), options)) {
      return element(reader.readDataSet(), path).flatMap(BulkValue::of);
    }
  }

  private static BulkValue pixelData(FrameIndex index) {
    List<Value> parts = new ArrayList<>();
    int unit = 1;
    if (index instanceof NativeFrames frames) {
      unit = frames.unit();
      parts.add(new BulkData(Optional.empty(), frames.offset(), frames.length(), unit > 1));
    } else if (index instanceof EncapsulatedFrames frames) {
      long at = frames.offset();
      for (int encoded : frames.lengths()) {
        long length = Integer.toUnsignedLong(encoded);
        parts.add(new BulkData(Optional.empty(), at, length, false));
        at += length + EncapsulatedFrames.ITEM_HEADER;
      }
    }
    return new BulkValue(parts, unit);
  }

  private static Optional<BulkValue> of(Element element) {
    Value value = element.value();
    if (value instanceof Fragments fragments) {
      return Optional.of(new BulkValue(fragments.fragments(), 1));
    }
    if (value instanceof BulkData || value instanceof Bytes) {
      return Optional.of(new BulkValue(List.of(value), element.vr().unitLength()));
    }
    return Optional.empty();
  }

  private static Optional<Element> element(DataSet root, String path) {
    String[] steps = path.split("/", -1);
    DataSet dataSet = root;
    for (int i = 0; i + 2 < steps.length; i += 2) {
      Optional<Integer> tag = tag(steps[i]);
      List<DataSet> items = tag.isPresent() ? dataSet.items(tag.get()) : List.of();
      int item = steps[i + 1].matches("[1-9][0-9]{0,8}") ? Integer.parseInt(steps[i + 1]) : 0;
      if (item < 1 || item > items.size()) {
        return Optional.empty();
      }
      dataSet = items.get(item - 1);
    }
    DataSet holder = dataSet;
    return steps.length % 2 == 0
        ? Optional.empty()
        : tag(steps[steps.length - 1]).flatMap(holder::get);
  }

  private static Optional<Integer> tag(String text) {
    return text.matches("[0-9A-Fa-f]{8}")
        ? Optional.of(Integer.parseUnsignedInt(text, HEX))
        : Optional.empty();
  }

  /** Bytes of the value. */
  long length() {
    return parts.stream().mapToLong(BulkValue::length).sum();
  }

  /** Writes a range; what lies beyond the end is left out. */
  void write(StoredFile file, long offset, long length, OutputStream out) throws IOException {
    long skip = offset;
    long left = Math.min(length, length() - offset);
    for (Value part : parts) {
      long available = length(part) - skip;
      if (available > 0 && left > 0) {
        long taken = Math.min(available, left);
        write(file, part, skip, taken, out);
        left -= taken;
        skip = 0;
      } else {
        skip -= Math.min(skip, length(part));
      }
    }
  }

  private void write(StoredFile file, Value part, long from, long length, OutputStream out)
      throws IOException {
    if (part instanceof BulkData bulk && bulk.bigEndian() && unit > 1) {
      FrameWriter.writeRange(file, bulk.offset(), bulk.length(), unit, from, length, out);
    } else if (part instanceof BulkData bulk) {
      file.copy(bulk.offset() + from, length, out);
    } else if (part instanceof Bytes bytes) {
      byte[] value = bytes.toArray();
      if (bytes.bigEndian()) {
        FrameWriter.swap(value, unit);
      }
      out.write(value, (int) from, (int) length);
    }
  }

  private static long length(Value part) {
    return part instanceof BulkData bulk ? bulk.length() : ((Bytes) part).length();
  }
}
