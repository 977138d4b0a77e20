package org.lucina.anonymizer.pixels;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.image.PixelDataException;
import org.lucina.image.Region;

/** Where an ultrasound device has put images, graphs and scales (PS3.3 C.8.5.5). */
final class UltrasoundRegions {
  /** A dozen is usual; a mask of very many takes more time and memory than there is. */
  private static final int MOST = 100;

  private UltrasoundRegions() {}

  /**
   * Those that an object tells of and that make sense, edges included.
   *
   * @throws PixelDataException when there are more than any device makes
   */
  static List<Region> of(DataSet data) throws PixelDataException {
    List<Region> regions = new ArrayList<>();
    List<DataSet> items = data.items(Tag.SequenceOfUltrasoundRegions);
    if (items.size() > MOST) {
      throw new PixelDataException("it has more than " + MOST + " ultrasound regions");
    }
    for (DataSet item : items) {
      int left = item.integer(Tag.RegionLocationMinX0).orElse(-1);
      int top = item.integer(Tag.RegionLocationMinY0).orElse(-1);
      int right = item.integer(Tag.RegionLocationMaxX1).orElse(-1);
      int bottom = item.integer(Tag.RegionLocationMaxY1).orElse(-1);
      boolean sensible = left >= 0 && top >= 0 && right > left && bottom > top;
      if (sensible && right < 0xFFFF && bottom < 0xFFFF) {
        regions.add(new Region(left, top, right - left + 1, bottom - top + 1));
      }
    }
    return regions;
  }
}
