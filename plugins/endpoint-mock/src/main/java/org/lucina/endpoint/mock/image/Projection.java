package org.lucina.endpoint.mock.image;

import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Picture;
import org.lucina.endpoint.mock.study.Region;

/**
 * Pixels of a radiograph: what is dense is bright.
 *
 * @param lateral whether it is taken from the side
 * @param side rows and columns
 * @param bits stored of a pixel
 */
record Projection(boolean lateral, int side, int bits) {
  private static final double FULL = 330;
  private static final double LITTLE = 70;
  private static final double GRAIN = 0.006;

  Picture picture(Instance instance) {
    Region region = instance.study().region();
    Phantom phantom = Phantom.of(instance.study());
    Noise noise = new Noise(instance.seed());
    double spacing = Anatomy.spacing(region, side);
    double full = region == Region.BREAST || region == Region.EXTREMITY ? LITTLE * 2 : FULL;
    double white = (1 << bits) - 1;
    return new Picture(
        side,
        side,
        1,
        bits,
        false,
        (frame, row, column) -> {
          double across = (column - (side - 1) / 2.0) * spacing;
          double up = ((side - 1) / 2.0 - row) * spacing;
          double water = lateral ? phantom.lateral(across, up) : phantom.frontal(across, up);
          return white * (water / full + GRAIN * noise.at(frame, row, column));
        });
  }
}
