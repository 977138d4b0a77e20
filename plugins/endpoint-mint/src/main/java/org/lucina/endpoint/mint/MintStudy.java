package org.lucina.endpoint.mint;

import java.util.List;
import java.util.Map;
import org.lucina.dicom.DataSet;

/**
 * A study as a MINT server tells it.
 *
 * @param tags its attributes
 * @param metadata what the server knows of it besides: studyUUID, version, lastModified
 * @param series its series, none when they were not asked for
 */
record MintStudy(DataSet tags, Map<String, String> metadata, List<MintSeries> series) {

  /** Copies the collections. */
  MintStudy {
    metadata = Map.copyOf(metadata);
    series = List.copyOf(series);
  }

  /**
   * A series of it.
   *
   * @param tags its attributes
   * @param instances attributes of its instances, none when they were not asked for
   */
  record MintSeries(DataSet tags, List<DataSet> instances) {

    /** Copies the list. */
    MintSeries {
      instances = List.copyOf(instances);
    }
  }
}
