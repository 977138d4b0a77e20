package org.lucina.archive.retrieve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;
import org.lucina.spi.storage.ObjectChannel;

/** Makes the frame index of an object from its data set, whose pixel data was read by reference. */
public final class FrameIndexer {
  private static final byte[] NONE = {};
  private static final int HEAD = 2;

  /** Opens the stored file, needed only where no offset table tells frames apart. */
  @FunctionalInterface
  public interface FileSource {
    ObjectChannel open() throws IOException;
  }

  private FrameIndexer() {}

  /**
   * The compact frame index of an object; empty when it has no pixel data.
   *
   * @param dataSet the data set as read
   * @param syntax its transfer syntax
   * @param readOffset byte of the source that was read at which the data set began
   * @param storedOffset byte of the stored file at which the data set begins
   * @param file the stored file
   */
  public static byte[] encode(
      DataSet dataSet, TransferSyntax syntax, long readOffset, long storedOffset, FileSource file)
      throws IOException {
    Optional<Element> pixels = pixelData(dataSet);
    if (pixels.isEmpty()) {
      return NONE;
    }
    Value value = pixels.get().value();
    if (value instanceof BulkData bulk) {
      return nativeFrames(dataSet, pixels.get().vr(), bulk, syntax, readOffset)
          .map(FrameIndex::encode)
          .orElse(NONE);
    }
    if (value instanceof Fragments fragments && !fragments.fragments().isEmpty()) {
      return encapsulated(dataSet, fragments, readOffset, storedOffset, file).encode();
    }
    return NONE;
  }

  private static Optional<Element> pixelData(DataSet dataSet) {
    return dataSet
        .get(Tag.PixelData)
        .or(() -> dataSet.get(Tag.FloatPixelData))
        .or(() -> dataSet.get(Tag.DoubleFloatPixelData))
        .filter(element -> !element.isEmpty());
  }

  private static Optional<FrameIndex> nativeFrames(
      DataSet dataSet, VR vr, BulkData value, TransferSyntax syntax, long readOffset) {
    long bits = bitsPerFrame(dataSet);
    if (bits <= 0) {
      return Optional.empty();
    }
    int unit = syntax.bigEndian() ? vr.unitLength() : 1;
    return Optional.of(
        new NativeFrames(frames(dataSet), value.offset() - readOffset, value.length(), bits, unit));
  }

  /** Bits of one native frame (PS3.3 C.7.6.3); 0 when the attributes do not tell. */
  private static long bitsPerFrame(DataSet dataSet) {
    long pixels =
        (long) dataSet.integer(Tag.Rows).orElse(0) * dataSet.integer(Tag.Columns).orElse(0);
    long allocated =
        dataSet.contains(Tag.DoubleFloatPixelData)
            ? 64
            : dataSet.contains(Tag.FloatPixelData)
                ? 32
                : dataSet.integer(Tag.BitsAllocated).orElse(0);
    int samples = dataSet.integer(Tag.SamplesPerPixel).orElse(1);
    if (samples == 3) {
      return switch (dataSet.string(Tag.PhotometricInterpretation).orElse("")) {
        case "YBR_FULL_422", "YBR_PARTIAL_422" -> pixels * allocated * 2;
        case "YBR_PARTIAL_420" -> pixels * allocated * 3 / 2;
        default -> pixels * allocated * 3;
      };
    }
    return pixels * allocated * samples;
  }

  private static int frames(DataSet dataSet) {
    return Math.max(1, dataSet.integer(Tag.NumberOfFrames).orElse(1));
  }

  private static FrameIndex encapsulated(
      DataSet dataSet, Fragments fragments, long readOffset, long storedOffset, FileSource file)
      throws IOException {
    List<Value> values = fragments.fragments();
    int[] lengths = values.stream().mapToInt(FrameIndexer::length).toArray();
    long first = ((BulkData) values.get(0)).offset() - readOffset;
    int frames = frames(dataSet);
    long[] offsets = offsets(dataSet, fragments);
    List<byte[]> heads =
        FragmentGrouping.needsHeads(frames, lengths, offsets)
            ? heads(new EncapsulatedFrames(first, lengths, new int[] {0}), storedOffset, file)
            : List.of();
    return new EncapsulatedFrames(
        first, lengths, FragmentGrouping.firstFragments(frames, lengths, offsets, heads));
  }

  private static int length(Value fragment) {
    return (int) ((BulkData) fragment).length();
  }

  private static long[] offsets(DataSet dataSet, Fragments fragments) {
    Optional<Bytes> extended = dataSet.bytes(Tag.ExtendedOffsetTable);
    if (extended.isPresent()) {
      return FragmentGrouping.readTable(extended.get().toArray(), 8);
    }
    return fragments.offsetTable() instanceof Bytes basic
        ? FragmentGrouping.readTable(basic.toArray(), 4)
        : new long[0];
  }

  private static List<byte[]> heads(EncapsulatedFrames layout, long storedOffset, FileSource file)
      throws IOException {
    List<byte[]> heads = new ArrayList<>(layout.lengths().length);
    try (ObjectChannel channel = file.open()) {
      long at = storedOffset + layout.offset();
      for (int length : layout.lengths()) {
        ByteBuffer head = ByteBuffer.allocate(Math.min(HEAD, Math.max(0, length)));
        channel.position(at);
        channel.read(head);
        heads.add(head.array());
        at += Integer.toUnsignedLong(length) + EncapsulatedFrames.ITEM_HEADER;
      }
    }
    return heads;
  }
}
