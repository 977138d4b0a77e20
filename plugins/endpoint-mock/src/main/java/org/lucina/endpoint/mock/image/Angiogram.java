package org.lucina.endpoint.mock.image;

import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Kind;
import org.lucina.endpoint.mock.study.Picture;

/**
 * Moving X-ray images in which a contrast medium runs through a vessel: an angiogram, or
 * fluoroscopy.
 *
 * @param fluoroscopy whether it is fluoroscopy
 * @param frames number of them
 * @param side rows and columns
 */
record Angiogram(boolean fluoroscopy, int frames, int side) implements Kind {
  private static final int WHITE = 1023;
  private static final int BITS = 10;
  private static final double FULL = 420;
  private static final double GRAIN = 0.012;
  private static final double VESSEL = 5;
  private static final double DARK = 0.45;
  private static final int FRAME_MILLISECONDS = 66;

  @Override
  public String sopClass() {
    return fluoroscopy ? UID.XRayRadiofluoroscopicImageStorage : UID.XRayAngiographicImageStorage;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    double spacing = Anatomy.spacing(instance.study().region(), side);
    data.set(Tag.ImageType, "ORIGINAL", "PRIMARY", "SINGLE PLANE");
    data.set(Tag.PixelIntensityRelationship, "LIN").set(Tag.LossyImageCompression, "00");
    data.set(Tag.KVP, "80").set(Tag.RadiationSetting, fluoroscopy ? "SC" : "GR");
    data.set(Tag.XRayTubeCurrent, VR.IS, 400).set(Tag.ExposureTime, "8");
    data.set(Tag.ImagerPixelSpacing, VR.DS, spacing, spacing).set(Tag.BurnedInAnnotation, "NO");
    data.setEmpty(Tag.PatientOrientation, VR.CS);
    if (!fluoroscopy) {
      data.set(Tag.PositionerMotion, "STATIC");
      data.set(Tag.PositionerPrimaryAngle, VR.DS, instance.series().number() * 15 - 30);
      data.set(Tag.PositionerSecondaryAngle, "0");
    }
    data.set(Tag.FrameIncrementPointer, VR.AT, Tag.FrameTime);
    data.set(Tag.FrameTime, VR.DS, FRAME_MILLISECONDS);
    data.set(Tag.CineRate, VR.IS, 1000 / FRAME_MILLISECONDS);
    data.set(Tag.WindowCenter, "512").set(Tag.WindowWidth, "1024");
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    Phantom phantom = Phantom.of(instance.study());
    Noise noise = new Noise(instance.seed());
    double spacing = Anatomy.spacing(instance.study().region(), side);
    double middle = (side - 1) / 2.0;
    return Optional.of(
        new Picture(
            side,
            side,
            frames,
            BITS,
            false,
            (frame, row, column) -> {
              double across = (column - middle) * spacing;
              double down = (row - middle) * spacing;
              double bright = 1 - phantom.frontal(across, -down) / FULL;
              double wash = vessel(across, down, spacing * side / 2) ? filled(frame, down) : 0;
              return WHITE * (bright * (1 - DARK * wash) + GRAIN * noise.at(frame, row, column));
            }));
  }

  /** Whether a place is in the vessel, which meanders downwards and forks. */
  private static boolean vessel(double across, double down, double half) {
    double trunk = 0.18 * half * Math.sin(down / half * 4);
    double fork = Math.max(0, down) * 0.55;
    double width = VESSEL * (1 - 0.4 * (down + half) / (2 * half));
    return Math.abs(across - trunk - fork) < width || Math.abs(across - trunk + fork) < width;
  }

  /** How much of the medium is there: it comes from above, and is washed out. */
  private double filled(int frame, double down) {
    double passed = (double) frame / frames * 3 - (down / 200 + 0.7);
    return passed <= 0 ? 0 : Math.min(1, passed * 2) * Math.exp(-Math.max(0, passed - 1));
  }
}
