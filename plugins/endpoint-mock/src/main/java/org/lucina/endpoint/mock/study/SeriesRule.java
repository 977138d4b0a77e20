package org.lucina.endpoint.mock.study;

/**
 * Says what series a study has.
 *
 * @param description of a series; a number follows where there are several
 * @param kind what its instances are
 * @param fewest series of this rule
 * @param most series of this rule
 * @param fewestImages of a series
 * @param mostImages of a series
 * @param chance that there are any, 0 to 1
 */
public record SeriesRule(
    String description,
    Kind kind,
    int fewest,
    int most,
    int fewestImages,
    int mostImages,
    double chance) {

  /** One series of one image. */
  public static SeriesRule one(String description, Kind kind) {
    return images(description, kind, 1, 1);
  }

  /** One series. */
  public static SeriesRule images(String description, Kind kind, int fewest, int most) {
    return new SeriesRule(description, kind, 1, 1, fewest, most, 1);
  }

  /** The same, with several series. */
  public SeriesRule series(int fewestSeries, int mostSeries) {
    return new SeriesRule(
        description, kind, fewestSeries, mostSeries, fewestImages, mostImages, chance);
  }

  /** The same, but not always. */
  public SeriesRule sometimes(double probability) {
    return new SeriesRule(description, kind, fewest, most, fewestImages, mostImages, probability);
  }
}
