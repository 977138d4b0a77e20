package org.lucina.image;

import java.io.IOException;
import java.util.Arrays;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.FileEdit;

/** The Palette Color Lookup Tables of an image (PS3.3 C.7.6.3.1.5). */
final class Palette {
  private static final int MOST_ENTRIES = 0x10000;
  private static final double[] WEIGHTS = {0.299, 0.587, 0.114};
  private static final int[] DESCRIPTORS = {
    Tag.RedPaletteColorLookupTableDescriptor,
    Tag.GreenPaletteColorLookupTableDescriptor,
    Tag.BluePaletteColorLookupTableDescriptor
  };
  private static final int[] TABLES = {
    Tag.RedPaletteColorLookupTableData,
    Tag.GreenPaletteColorLookupTableData,
    Tag.BluePaletteColorLookupTableData
  };
  private static final int[] SEGMENTS = {
    Tag.SegmentedRedPaletteColorLookupTableData,
    Tag.SegmentedGreenPaletteColorLookupTableData,
    Tag.SegmentedBluePaletteColorLookupTableData
  };

  private final FileEdit edit;

  Palette(FileEdit edit) {
    this.edit = edit;
  }

  /**
   * The pixel value of the darkest entry, the first of several.
   *
   * @throws PixelDataException when there is no palette that can be read
   */
  int darkest() throws IOException {
    int[] descriptor = edit.dataSet().integers(DESCRIPTORS[0]);
    if (descriptor.length < 3) {
      throw new PixelDataException("the palette has no descriptor");
    }
    int entries = descriptor[0] == 0 ? MOST_ENTRIES : descriptor[0] & 0xFFFF;
    double[] luminance = new double[entries];
    for (int color = 0; color < WEIGHTS.length; color++) {
      int[] table = table(color, entries);
      for (int i = 0; i < entries; i++) {
        luminance[i] += WEIGHTS[color] * table[i];
      }
    }
    int darkest = 0;
    for (int i = 1; i < entries; i++) {
      darkest = luminance[i] < luminance[darkest] ? i : darkest;
    }
    return darkest + descriptor[1];
  }

  private int[] table(int color, int entries) throws IOException {
    DataSet data = edit.dataSet();
    if (data.contains(TABLES[color])) {
      byte[] bytes = bytes(data.get(TABLES[color]).orElseThrow());
      boolean packed = bytes.length < 2 * entries;
      int[] values = packed ? unsigned(bytes) : words(data.get(TABLES[color]).orElseThrow(), bytes);
      return whole(values, entries);
    }
    Element segments =
        data.get(SEGMENTS[color])
            .orElseThrow(() -> new PixelDataException("the palette has no entries"));
    return whole(expanded(words(segments, bytes(segments)), entries), entries);
  }

  private static int[] whole(int[] values, int entries) throws PixelDataException {
    if (values.length < entries) {
      throw new PixelDataException("the palette has fewer entries than its descriptor says");
    }
    return values;
  }

  /** Discrete and linear segments (PS3.3 C.7.9.2); those that refer to others are rare. */
  private static int[] expanded(int[] words, int entries) throws PixelDataException {
    int[] values = new int[entries];
    int done = 0;
    int at = 0;
    while (done < entries && at + 2 < words.length) {
      int kind = words[at];
      int length = Math.min(words[at + 1], entries - done);
      if (kind == 0 && at + 2 + length <= words.length) {
        System.arraycopy(words, at + 2, values, done, length);
        at += 2 + words[at + 1];
      } else if (kind == 1 && done > 0) {
        int start = values[done - 1];
        for (int i = 0; i < length; i++) {
          values[done + i] = start + (words[at + 2] - start) * (i + 1) / Math.max(1, length);
        }
        at += 3;
      } else {
        throw new PixelDataException("the palette has segments that cannot be read");
      }
      done += length;
    }
    return Arrays.copyOf(values, done);
  }

  private byte[] bytes(Element element) throws IOException {
    if (element.value() instanceof Bytes bytes) {
      return bytes.toArray();
    }
    if (element.value() instanceof BulkData bulk) {
      return edit.read(bulk, 4 * MOST_ENTRIES);
    }
    throw new PixelDataException("the palette has no entries");
  }

  private static int[] unsigned(byte[] bytes) {
    int[] values = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i] & 0xFF;
    }
    return values;
  }

  private static int[] words(Element element, byte[] bytes) {
    boolean big =
        element.value() instanceof Bytes held
            ? held.bigEndian()
            : ((BulkData) element.value()).bigEndian();
    int[] words = new int[bytes.length / 2];
    for (int i = 0; i < words.length; i++) {
      int first = bytes[2 * i] & 0xFF;
      int second = bytes[2 * i + 1] & 0xFF;
      words[i] = big ? first << 8 | second : second << 8 | first;
    }
    return words;
  }
}
