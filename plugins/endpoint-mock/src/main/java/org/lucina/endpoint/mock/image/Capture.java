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
 * A secondary capture: circles over a slope, as a test pattern has them.
 *
 * @param side rows and columns
 */
record Capture(int side) implements Kind {
  private static final int RINGS = 8;

  @Override
  public String sopClass() {
    return UID.SecondaryCaptureImageStorage;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    data.set(Tag.ConversionType, "WSD").set(Tag.ImageType, "DERIVED", "SECONDARY");
    data.setEmpty(Tag.PatientOrientation, VR.CS);
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    Noise noise = new Noise(instance.seed());
    double middle = (side - 1) / 2.0;
    return Optional.of(
        new Picture(
            side,
            side,
            1,
            8,
            false,
            (frame, row, column) -> {
              double distance = Math.hypot(row - middle, column - middle) / middle;
              double ring = distance < 1 && (int) (distance * RINGS) % 2 == 0 ? 90 : 0;
              return 120.0 * column / side + ring + 3 * noise.at(frame, row, column);
            }));
  }
}
