package org.lucina.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.FileEdit;

/** The overlay planes of an image (PS3.3 C.9.2), in groups 6000 to 601E. */
public final class Overlays {
  private static final int FIRST = 0x6000;
  private static final int LAST = 0x601E;
  private static final int LONGEST_SIDE = 0xFFFF;

  private final FileEdit edit;

  Overlays(FileEdit edit) {
    this.edit = edit;
  }

  /** Whether some lies in bits of pixels that are not stored; so it was before it was retired. */
  public static boolean areEmbedded(DataSet data) {
    for (int group = FIRST; group <= LAST; group += 2) {
      boolean bare = !data.contains(in(group, Tag.OverlayData));
      if (bare && data.contains(in(group, Tag.OverlayBitPosition))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Clears them where the image is blacked out.
   *
   * @return which
   */
  List<Integer> blackOut(Mask mask) throws IOException {
    List<Integer> changed = new ArrayList<>();
    for (int group = FIRST; group <= LAST; group += 2) {
      int tag = in(group, Tag.OverlayData);
      if (edit.dataSet().contains(tag)) {
        Element element = edit.dataSet().get(tag).orElseThrow();
        edit.dataSet().put(blackedOut(group, element, mask));
        changed.add(tag);
      }
    }
    return changed;
  }

  private Element blackedOut(int group, Element element, Mask mask) throws IOException {
    PixelDescription bits = description(group);
    int[] origin = edit.dataSet().integers(in(group, Tag.OverlayOrigin));
    int row = origin.length == 2 ? origin[0] - 1 : 0;
    int column = origin.length == 2 ? origin[1] - 1 : 0;
    Mask own = mask.seenFrom(row, column, bits.rows(), bits.columns());
    Fill fill =
        new BitFill(bits, own, false).after(Fill.rest((bits.pixels() * bits.frames() + 7) / 8));
    if (element.value() instanceof Bytes held) {
      NativeLayout layout = NativeLayout.of(bits, element.vr(), held.bigEndian(), held.length());
      byte[] cleared =
          BlackoutStream.of(new ByteArrayInputStream(held.toArray()), layout, fill).readAllBytes();
      Bytes value = Bytes.of(cleared, 0, cleared.length, held.bigEndian());
      return new Element(element.tag(), element.vr(), value, element.form());
    }
    if (element.value() instanceof BulkData bulk) {
      NativeLayout layout = NativeLayout.of(bits, element.vr(), bulk.bigEndian(), bulk.length());
      BulkData made =
          edit.made(
              bulk.length(), original -> BlackoutStream.of(original.open(bulk), layout, fill));
      return new Element(element.tag(), element.vr(), made, element.form());
    }
    throw new PixelDataException("an overlay has no bits");
  }

  private PixelDescription description(int group) throws PixelDataException {
    DataSet data = edit.dataSet();
    int rows = data.integer(in(group, Tag.OverlayRows)).orElse(0);
    int columns = data.integer(in(group, Tag.OverlayColumns)).orElse(0);
    int frames = data.integer(in(group, Tag.NumberOfFramesInOverlay)).orElse(1);
    if (rows < 1 || columns < 1 || frames < 1) {
      throw new PixelDataException("an overlay says nothing of its size");
    }
    if (rows > LONGEST_SIDE || columns > LONGEST_SIDE) {
      throw new PixelDataException("an overlay says that it is larger than any can be");
    }
    return new PixelDescription(
        rows, columns, frames, 1, false, Photometric.MONOCHROME2, 1, 1, 0, false, false);
  }

  private static int in(int group, int tag) {
    return group << 16 | tag & 0xFFFF;
  }
}
