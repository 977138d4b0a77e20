package org.lucina.endpoint.mock.image;

import java.util.SplittableRandom;

/**
 * A part of a phantom, in millimetres of the patient's coordinates: x to the left, y to the back, z
 * to the head (PS3.3 C.7.6.2.1.1).
 *
 * @param x of the centre
 * @param y of the centre
 * @param z of the centre
 * @param a half axis along x
 * @param b half axis along y
 * @param c half axis along z
 * @param tissue it is made of
 */
record Ellipsoid(double x, double y, double z, double a, double b, double c, Tissue tissue) {
  private static final double VARIATION = 0.06;

  boolean contains(double px, double py, double pz) {
    return inside((px - x) / a, (py - y) / b, (pz - z) / c) >= 0;
  }

  /** Millimetres of it that a ray from front to back passes through. */
  double depth(double px, double pz) {
    double inside = inside((px - x) / a, 0, (pz - z) / c);
    return inside <= 0 ? 0 : 2 * b * Math.sqrt(inside);
  }

  /** Millimetres of it that a ray from right to left passes through. */
  double breadth(double py, double pz) {
    double inside = inside(0, (py - y) / b, (pz - z) / c);
    return inside <= 0 ? 0 : 2 * a * Math.sqrt(inside);
  }

  /** The same in another patient, who is a little different. */
  Ellipsoid varied(SplittableRandom random) {
    return new Ellipsoid(
        x * vary(random),
        y * vary(random),
        z * vary(random),
        a * vary(random),
        b * vary(random),
        c * vary(random),
        tissue);
  }

  private static double vary(SplittableRandom random) {
    return 1 + VARIATION * (2 * random.nextDouble() - 1);
  }

  private static double inside(double dx, double dy, double dz) {
    return 1 - dx * dx - dy * dy - dz * dz;
  }
}
