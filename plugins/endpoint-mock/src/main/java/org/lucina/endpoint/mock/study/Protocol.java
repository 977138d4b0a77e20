package org.lucina.endpoint.mock.study;

import java.util.List;
import java.util.SplittableRandom;
import org.lucina.endpoint.mock.site.Modality;

/** Says what the devices of a modality make. */
public interface Protocol {

  /** What can be looked at. */
  List<Region> regions(Modality modality);

  /** The series of a study. */
  List<SeriesRule> series(Modality modality, Region region, boolean contrast);

  /** Whether a contrast medium is given. */
  default boolean contrast(Modality modality, SplittableRandom random) {
    return switch (modality) {
      case CT, MR -> random.nextBoolean();
      case XA -> true;
      default -> false;
    };
  }
}
