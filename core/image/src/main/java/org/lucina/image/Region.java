package org.lucina.image;

/**
 * A rectangle of pixels.
 *
 * @param x column of its left edge, from 0
 * @param y row of its upper edge, from 0
 * @param width columns, 1 at least
 * @param height rows, 1 at least
 */
public record Region(int x, int y, int width, int height) {

  /** Refuses what is no rectangle. */
  public Region {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          x + "," + y + "," + width + "," + height + " is no region x,y,width,height");
    }
  }

  @Override
  public String toString() {
    return x + "," + y + "," + width + "," + height;
  }
}
