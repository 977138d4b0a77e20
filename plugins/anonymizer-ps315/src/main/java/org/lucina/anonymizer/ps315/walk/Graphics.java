package org.lucina.anonymizer.ps315.walk;

import java.util.Set;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/**
 * Tells what of curves (50xx) and overlays (60xx) may stay. Without the option Clean Graphics
 * nothing does; with it what cannot hold writing: regions of interest, and curves that are no
 * sound.
 */
final class Graphics {
  private static final int CURVES = 0x5000;
  private static final int OVERLAYS = 0x6000;
  private static final int REPEATING = 0xFF00;
  private static final int FIRST_AUDIO = 0x2000;
  private static final int LAST_AUDIO = 0x200E;

  /** Types of curves that are measured (PS3.3 2004 C.10.2.1.1). */
  private static final Set<String> NUMERIC =
      Set.of(
          "TAC",
          "PROF",
          "HIST",
          "ROI",
          "FILT",
          "POLY",
          "ECG",
          "PRESSURE",
          "FLOW",
          "PHYSIO",
          "RESP");

  private final boolean cleaned;
  private final DataSet data;

  Graphics(Settings settings, DataSet data) {
    this.cleaned = settings.has(Option.CLEAN_GRAPHICS);
    this.data = data;
  }

  static boolean isGraphics(int tag) {
    int group = tag >>> 16 & REPEATING;
    return group == CURVES || group == OVERLAYS;
  }

  static boolean isCurve(int tag) {
    return (tag >>> 16 & REPEATING) == CURVES;
  }

  /** Whether one may stay, cleaned of text. */
  boolean stays(int tag) {
    if (!cleaned) {
      return false;
    }
    int group = tag & 0xFFFF0000;
    if (isCurve(tag)) {
      int element = tag & 0xFFFF;
      boolean sound = element >= FIRST_AUDIO && element <= LAST_AUDIO;
      return !sound
          && data.string(group | Tag.TypeOfData & 0xFFFF).filter(NUMERIC::contains).isPresent();
    }
    return data.contains(group | Tag.OverlayData & 0xFFFF)
        && data.string(group | Tag.OverlayType & 0xFFFF).filter("R"::equals).isPresent();
  }

  /** Whether overlays lie in bits of the pixel data, where they cannot be taken out (retired). */
  static boolean areInPixels(DataSet data) {
    for (int group = OVERLAYS; group < OVERLAYS + 0x20; group += 2) {
      int tag = group << 16;
      boolean plane = data.contains(tag | Tag.OverlayRows & 0xFFFF);
      if (plane && !data.contains(tag | Tag.OverlayData & 0xFFFF)) {
        return true;
      }
    }
    return false;
  }
}
