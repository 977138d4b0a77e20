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
 * Slices of computed tomography.
 *
 * @param plane of the slices; others than axial ones are reformatted
 * @param side rows and columns
 */
record CtSlices(Plane plane, int side) implements Kind {
  private static final int INTERCEPT = -1024;
  private static final int NOISE = 14;

  @Override
  public String sopClass() {
    return UID.CTImageStorage;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    Geometry.of(instance, plane, side).describe(instance, data);
    if (plane == Plane.AXIAL) {
      data.set(Tag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL");
    } else {
      data.set(Tag.ImageType, "DERIVED", "SECONDARY", "REFORMATTED");
    }
    exposure(data);
    data.set(Tag.ConvolutionKernel, "STANDARD").set(Tag.WindowCenter, "40");
    data.set(Tag.WindowWidth, "400");
  }

  /** What slices and localizers have in common. */
  static void exposure(DataSet data) {
    data.set(Tag.KVP, "120").set(Tag.XRayTubeCurrent, VR.IS, 220).set(Tag.ExposureTime, "500");
    data.set(Tag.RescaleIntercept, VR.DS, INTERCEPT).set(Tag.RescaleSlope, "1");
    data.set(Tag.RescaleType, "HU").set(Tag.GantryDetectorTilt, "0");
    data.set(Tag.PatientPosition, "HFS").set(Tag.AcquisitionNumber, "1");
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    Geometry geometry = Geometry.of(instance, plane, side);
    Phantom phantom = Phantom.of(instance.study());
    Noise noise = new Noise(instance.seed());
    boolean contrast = instance.study().contrast();
    int slice = instance.number() - 1;
    return Optional.of(
        new Picture(
            side,
            side,
            1,
            12,
            false,
            (frame, row, column) -> {
              double[] at = geometry.point(slice, row, column);
              Tissue tissue = phantom.at(at[0], at[1], at[2]);
              int density = contrast ? tissue.enhanced() : tissue.hounsfield();
              return density - INTERCEPT + NOISE * noise.at(frame, row, column);
            }));
  }
}
