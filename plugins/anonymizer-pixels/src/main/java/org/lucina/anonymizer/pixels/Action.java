package org.lucina.anonymizer.pixels;

import java.util.List;
import org.lucina.image.Region;

/** What is done to an object that a rule is about. */
sealed interface Action {

  /** Blacks out some rectangles. */
  record Regions(List<Region> regions) implements Action {}

  /** Blacks out what lies outside the regions that an ultrasound device has named. */
  record UltrasoundOutside() implements Action {}

  /** Knows that there is no text. */
  record Clean() implements Action {}

  /** Has somebody look at it. */
  record Review() implements Action {}
}
