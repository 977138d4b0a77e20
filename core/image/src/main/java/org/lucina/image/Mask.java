package org.lucina.image;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A set of pixels of a frame: for each row the spans of columns that belong to it. */
public final class Mask {
  private static final int[] NOTHING = {};

  private final int columns;

  /** First column and the one after the last of each span, ascending. */
  private final int[][] rows;

  private Mask(int columns, int[][] rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** What of a frame lies in any of some regions. */
  public static Mask of(int rows, int columns, List<Region> regions) {
    List<Region> ordered = regions.stream().sorted(Comparator.comparingInt(Region::x)).toList();
    int[][] spans = new int[rows][];
    for (int row = 0; row < rows; row++) {
      int[] own = row(row, columns, ordered);
      spans[row] = row > 0 && Arrays.equals(own, spans[row - 1]) ? spans[row - 1] : own;
    }
    return new Mask(columns, spans);
  }

  private static int[] row(int row, int columns, List<Region> ordered) {
    int[] spans = new int[2 * ordered.size()];
    int used = 0;
    for (Region region : ordered) {
      boolean crosses = row >= region.y() && row - region.y() < region.height();
      if (!crosses || region.x() >= columns) {
        continue;
      }
      int end = (int) Math.min(columns, (long) region.x() + region.width());
      if (used > 0 && spans[used - 1] >= region.x()) {
        spans[used - 1] = Math.max(spans[used - 1], end);
      } else {
        spans[used++] = region.x();
        spans[used++] = end;
      }
    }
    return used == 0 ? NOTHING : Arrays.copyOf(spans, used);
  }

  /** All other pixels. */
  public Mask inverted() {
    int[][] others = new int[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      int[] own = rows[row];
      int[] edges = new int[own.length + 2];
      System.arraycopy(own, 0, edges, 1, own.length);
      edges[edges.length - 1] = columns;
      int from = edges.length > 2 && edges[1] == 0 ? 2 : 0;
      int to = edges.length > 2 && edges[edges.length - 2] == columns ? 2 : 0;
      boolean same = row > 0 && rows[row] == rows[row - 1];
      others[row] = same ? others[row - 1] : Arrays.copyOfRange(edges, from, edges.length - to);
    }
    return new Mask(columns, others);
  }

  /** The same place in a plane whose upper left pixel lies elsewhere, such as an overlay. */
  Mask seenFrom(int row, int column, int planeRows, int planeColumns) {
    int[][] seen = new int[planeRows][];
    for (int at = 0; at < planeRows; at++) {
      int source = at + row;
      int[] spans = source >= 0 && source < rows.length ? rows[source].clone() : NOTHING;
      int used = 0;
      for (int i = 0; i < spans.length; i += 2) {
        int from = Math.max(0, spans[i] - column);
        int to = Math.min(planeColumns, spans[i + 1] - column);
        if (from < to) {
          spans[used++] = from;
          spans[used++] = to;
        }
      }
      seen[at] = Arrays.copyOf(spans, used);
    }
    return new Mask(planeColumns, seen);
  }

  /** Whether no pixel belongs to it. */
  public boolean isEmpty() {
    return Arrays.stream(rows).allMatch(spans -> spans.length == 0);
  }

  /** The spans of a row: first column and the one after the last of each, ascending. */
  int[] spans(int row) {
    return rows[row];
  }
}
