package org.lucina.endpoint.mock.image;

/** Directions of rows and columns of an image in the patient (PS3.3 C.7.6.2.1.1). */
enum Plane {
  AXIAL(new int[] {1, 0, 0}, new int[] {0, 1, 0}, "L", "P"),
  CORONAL(new int[] {1, 0, 0}, new int[] {0, 0, -1}, "L", "F"),
  SAGITTAL(new int[] {0, 1, 0}, new int[] {0, 0, -1}, "P", "F");

  private final int[] row;
  private final int[] column;
  private final String[] orientation;

  Plane(int[] row, int[] column, String rowEnd, String columnEnd) {
    this.row = row;
    this.column = column;
    this.orientation = new String[] {rowEnd, columnEnd};
  }

  /** Image Orientation (Patient): the direction of rows, then that of columns. */
  int[] cosines() {
    return new int[] {row[0], row[1], row[2], column[0], column[1], column[2]};
  }

  /** Patient Orientation: where rows and columns lead to. */
  String[] orientation() {
    return orientation.clone();
  }

  /** A place in the patient, of distances along the row, the column and away from the image. */
  double[] point(double alongRow, double alongColumn, double away) {
    double[] point = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      int next = (axis + 1) % 3;
      int last = (axis + 2) % 3;
      int normal = row[next] * column[last] - row[last] * column[next];
      point[axis] = row[axis] * alongRow + column[axis] * alongColumn + normal * away;
    }
    return point;
  }
}
