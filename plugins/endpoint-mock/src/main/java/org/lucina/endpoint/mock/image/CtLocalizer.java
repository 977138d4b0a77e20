package org.lucina.endpoint.mock.image;

import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Kind;
import org.lucina.endpoint.mock.study.Picture;

/**
 * The radiograph of a computed tomograph on which slices are planned.
 *
 * @param plane coronal for one from the front, sagittal for one from the side
 * @param side rows and columns
 */
record CtLocalizer(Plane plane, int side) implements Kind {
  private static final double PER_MILLIMETRE = 6;
  private static final int NOISE = 10;

  @Override
  public String sopClass() {
    return UID.CTImageStorage;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    Geometry.of(instance, plane, side).describe(instance, data);
    data.set(Tag.ImageType, "ORIGINAL", "PRIMARY", "LOCALIZER");
    CtSlices.exposure(data);
    data.set(Tag.WindowCenter, "0").set(Tag.WindowWidth, "1600");
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    Geometry geometry = Geometry.of(instance, plane, side);
    Phantom phantom = Phantom.of(instance.study());
    Noise noise = new Noise(instance.seed());
    return Optional.of(
        new Picture(
            side,
            side,
            1,
            12,
            false,
            (frame, row, column) -> {
              double[] at = geometry.point(0, row, column);
              double water =
                  plane == Plane.CORONAL
                      ? phantom.frontal(at[0], at[2])
                      : phantom.lateral(at[1], at[2]);
              return water * PER_MILLIMETRE + NOISE * noise.at(frame, row, column);
            }));
  }
}
