package org.lucina.bench.client;

import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/**
 * What is retrieved.
 *
 * @param study Study Instance UID
 * @param series Series Instance UID, empty for the whole study
 */
public record RetrieveKeys(String study, Optional<String> series) {

  /** The identifier of C-GET and C-MOVE (PS3.4 C.4.2.1.4). */
  DataSet identifier() {
    DataSet keys =
        new DataSet()
            .set(Tag.QueryRetrieveLevel, series.isPresent() ? "SERIES" : "STUDY")
            .set(Tag.StudyInstanceUID, study);
    series.ifPresent(uid -> keys.set(Tag.SeriesInstanceUID, uid));
    return keys;
  }

  /** The path of WADO-RS. */
  String path() {
    return "/studies/" + study + series.map(uid -> "/series/" + uid).orElse("");
  }
}
