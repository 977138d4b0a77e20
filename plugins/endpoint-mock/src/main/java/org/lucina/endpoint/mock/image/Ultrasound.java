package org.lucina.endpoint.mock.image;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Kind;
import org.lucina.endpoint.mock.study.Picture;

/**
 * A fan of ultrasound, still or moving.
 *
 * @param plane through the patient
 * @param frames number of them; a still has 1
 * @param side rows and columns
 */
record Ultrasound(Plane plane, int frames, int side) implements Kind {
  private static final double DEPTH = 160;
  private static final double NARROW = 20;
  private static final double HALF_ANGLE = 0.75;
  private static final double SPECKLE = 0.45;
  private static final double BEAT = 6;
  private static final int FRAME_MILLISECONDS = 40;

  @Override
  public String sopClass() {
    return frames == 1 ? UID.UltrasoundImageStorage : UID.UltrasoundMultiFrameImageStorage;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    data.set(Tag.ImageType, "ORIGINAL", "PRIMARY", "", "0001");
    data.setEmpty(Tag.PatientOrientation, VR.CS).set(Tag.LossyImageCompression, "00");
    data.set(Tag.BurnedInAnnotation, "NO").set(Tag.TransducerData, "MOCK");
    data.set(Tag.SequenceOfUltrasoundRegions, List.of(region()));
    if (frames > 1) {
      data.set(Tag.FrameIncrementPointer, VR.AT, Tag.FrameTime);
      data.set(Tag.FrameTime, VR.DS, FRAME_MILLISECONDS);
      data.set(Tag.CineRate, VR.IS, 1000 / FRAME_MILLISECONDS);
    }
  }

  /** All of the image, in centimetres (PS3.3 C.8.5.5), so that one can measure in it. */
  private DataSet region() {
    double centimetres = millimetres() / 10;
    return new DataSet()
        .set(Tag.RegionSpatialFormat, VR.US, 1)
        .set(Tag.RegionDataType, VR.US, 1)
        .set(Tag.RegionFlags, VR.UL, 0)
        .set(Tag.RegionLocationMinX0, VR.UL, 0)
        .set(Tag.RegionLocationMinY0, VR.UL, 0)
        .set(Tag.RegionLocationMaxX1, VR.UL, side - 1)
        .set(Tag.RegionLocationMaxY1, VR.UL, side - 1)
        .set(Tag.PhysicalUnitsXDirection, VR.US, 3)
        .set(Tag.PhysicalUnitsYDirection, VR.US, 3)
        .set(Tag.PhysicalDeltaX, VR.FD, centimetres)
        .set(Tag.PhysicalDeltaY, VR.FD, centimetres);
  }

  private double millimetres() {
    return (DEPTH + NARROW) / side;
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    Phantom phantom = Phantom.of(instance.study());
    Noise noise = new Noise(instance.seed());
    double pixel = millimetres();
    double skin = -Anatomy.width(instance.study().region()) * 0.3;
    return Optional.of(
        new Picture(
            side,
            side,
            frames,
            8,
            false,
            (frame, row, column) -> {
              double across = (column - side / 2.0) * pixel;
              double down = row * pixel;
              double distance = Math.hypot(across, down);
              boolean outside =
                  distance < NARROW
                      || distance > DEPTH
                      || Math.abs(Math.atan2(across, down)) > HALF_ANGLE;
              if (outside) {
                return 0;
              }
              double moved = BEAT * Math.sin(2 * Math.PI * frame / 25.0);
              double deep = skin + distance - NARROW + moved;
              Tissue tissue =
                  plane == Plane.AXIAL
                      ? phantom.at(across, deep, instance.number() * 4)
                      : phantom.at(instance.number() * 4, deep, across);
              return echo(tissue) * (1 + SPECKLE * noise.at(frame, row, column));
            }));
  }

  private static double echo(Tissue tissue) {
    return switch (tissue) {
      case FLUID, BLOOD -> 14;
      case AIR, LUNG -> 30;
      case BONE -> 210;
      case FAT -> 130;
      case LESION -> 60;
      default -> 95;
    };
  }
}
