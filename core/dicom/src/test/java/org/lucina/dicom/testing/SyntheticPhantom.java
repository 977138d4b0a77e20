package org.lucina.dicom.testing;

import java.util.List;
import java.util.stream.IntStream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;

/**
 * A CT series in which one can see something: a head of ellipsoids, after Shepp and Logan.
 *
 * @param seed decides the UIDs
 * @param slices number of slices
 */
public record SyntheticPhantom(long seed, int slices) {
  private static final int SIDE = 256;
  private static final double PIXEL_MM = 0.9;
  private static final int AIR = -1000;

  /** Outer ones first: what is inside replaces what is around it. */
  private static final List<Ellipsoid> HEAD =
      List.of(
          new Ellipsoid(0, 0, 0, 0.72, 0.92, 1.3, 900),
          new Ellipsoid(0, 0, 0, 0.66, 0.86, 1.24, 35),
          new Ellipsoid(-0.2, 0.02, 0, 0.13, 0.34, 0.7, 5),
          new Ellipsoid(0.2, 0.02, 0, 0.10, 0.27, 0.7, 5),
          new Ellipsoid(0, -0.42, 0.1, 0.2, 0.18, 0.8, 75),
          new Ellipsoid(0.35, 0.45, -0.2, 0.09, 0.09, 0.4, 300));

  /** The slices, from the feet up. */
  public List<SyntheticObject> objects() {
    return IntStream.range(0, slices).mapToObj(this::slice).toList();
  }

  private SyntheticObject slice(int number) {
    double spacing = SIDE * PIXEL_MM / slices;
    double height = (number + 0.5) * 2 / slices - 1;
    double edge = -SIDE * PIXEL_MM / 2;
    DataSet data = new SyntheticHeader(seed).image(UID.CTImageStorage, "CT", 1, 1, 1, number);
    data.set(Tag.PatientName, "Phantom^Head").set(Tag.StudyDescription, "HEAD PHANTOM");
    data.set(Tag.RescaleIntercept, "-1024").set(Tag.RescaleSlope, "1");
    data.set(Tag.WindowCenter, "40").set(Tag.WindowWidth, "200").set(Tag.KVP, "120");
    data.set(Tag.PixelSpacing, VR.DS, PIXEL_MM, PIXEL_MM);
    data.set(Tag.SliceThickness, VR.DS, spacing).set(Tag.SliceLocation, VR.DS, number * spacing);
    data.set(Tag.ImagePositionPatient, VR.DS, edge, edge, number * spacing);
    data.set(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
    data.set(Tag.SamplesPerPixel, VR.US, 1).set(Tag.PhotometricInterpretation, "MONOCHROME2");
    data.set(Tag.Rows, VR.US, SIDE).set(Tag.Columns, VR.US, SIDE);
    data.set(Tag.BitsAllocated, VR.US, 16).set(Tag.BitsStored, VR.US, 12);
    data.set(Tag.HighBit, VR.US, 11).set(Tag.PixelRepresentation, VR.US, 0);
    data.set(Tag.PixelData, VR.OW, pixels(height));
    return new SyntheticObject("phantom", TransferSyntax.EXPLICIT_LE, data);
  }

  private static byte[] pixels(double height) {
    byte[] pixels = new byte[SIDE * SIDE * 2];
    for (int i = 0; i < SIDE * SIDE; i++) {
      double x = (i % SIDE + 0.5) * 2 / SIDE - 1;
      double y = (i / SIDE + 0.5) * 2 / SIDE - 1;
      int stored = 1024 + density(x, y, height);
      pixels[2 * i] = (byte) stored;
      pixels[2 * i + 1] = (byte) (stored >> 8);
    }
    return pixels;
  }

  private static int density(double x, double y, double z) {
    int density = AIR;
    for (Ellipsoid part : HEAD) {
      density = part.contains(x, y, z) ? part.density : density;
    }
    return density;
  }

  /** Centre and half axes in a cube from -1 to 1; density in Hounsfield units. */
  private record Ellipsoid(
      double x, double y, double z, double a, double b, double c, int density) {

    boolean contains(double px, double py, double pz) {
      double dx = (px - x) / a;
      double dy = (py - y) / b;
      double dz = (pz - z) / c;
      return dx * dx + dy * dy + dz * dz <= 1;
    }
  }
}
