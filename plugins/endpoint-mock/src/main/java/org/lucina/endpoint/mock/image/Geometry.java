package org.lucina.endpoint.mock.image;

import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Region;

/**
 * Where the parallel slices of a series lie, their middle being the origin.
 *
 * @param plane of the slices
 * @param side rows and columns of a slice
 * @param spacing millimetres between pixels
 * @param distance millimetres between slices
 * @param slices number of them
 */
record Geometry(Plane plane, int side, double spacing, double distance, int slices) {
  private static final double DIGITS = 1e4;
  private static final double STEP = 20;
  private static final double LEAST_DISTANCE = 0.5;

  /** The slices of a series through the whole region. */
  static Geometry of(Instance instance, Plane plane, int side) {
    Region region = instance.study().region();
    int slices = instance.series().images();
    double distance =
        Math.max(LEAST_DISTANCE, Math.round(Anatomy.width(region) * 0.7 / slices * STEP) / STEP);
    return new Geometry(plane, side, Anatomy.spacing(region, side), distance, slices);
  }

  /** The middle of a pixel, of numbers from 0. */
  double[] point(int slice, double row, double column) {
    double middle = (side - 1) / 2.0;
    return plane.point(
        (column - middle) * spacing,
        (row - middle) * spacing,
        (slice - (slices - 1) / 2.0) * distance);
  }

  /** Sets the Image Plane Module (PS3.3 C.7.6.2) of a slice, and the Frame of Reference. */
  void describe(Instance instance, DataSet data) {
    int slice = instance.number() - 1;
    double[] corner = point(slice, 0, 0);
    data.set(Tag.FrameOfReferenceUID, instance.study().frameOfReference());
    data.setEmpty(Tag.PositionReferenceIndicator, VR.LO);
    data.set(Tag.ImageOrientationPatient, VR.DS, plane.cosines());
    data.set(Tag.ImagePositionPatient, VR.DS, round(corner[0]), round(corner[1]), round(corner[2]));
    data.set(Tag.PixelSpacing, VR.DS, spacing, spacing);
    data.set(Tag.SliceThickness, VR.DS, distance);
    data.set(Tag.SliceLocation, VR.DS, round(slice * distance));
  }

  private static double round(double millimetres) {
    return Math.round(millimetres * DIGITS) / DIGITS;
  }
}
