package org.lucina.bench.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.bench.client.WrongAnswerException;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/**
 * A query for studies, and what is true of its answer.
 *
 * @param keys matching keys by keyword
 * @param limit matches at most, where they are limited
 * @param offset matches that are skipped
 * @param count number of matches that come
 * @param uids the studies of which all matches are, empty when it does not matter
 */
record StudyQuery(
    Map<Key, String> keys, Optional<Integer> limit, int offset, int count, Set<String> uids) {

  /** Keys on which is matched. */
  enum Key {
    PatientID(Tag.PatientID),
    PatientName(Tag.PatientName),
    StudyInstanceUID(Tag.StudyInstanceUID),
    StudyDate(Tag.StudyDate),
    AccessionNumber(Tag.AccessionNumber),
    ModalitiesInStudy(Tag.ModalitiesInStudy);

    private final int tag;

    Key(int tag) {
      this.tag = tag;
    }
  }

  /** The identifier of C-FIND, with what a list of studies shows. */
  DataSet identifier() {
    DataSet identifier = new DataSet().set(Tag.QueryRetrieveLevel, "STUDY");
    identifier
        .setEmpty(Tag.StudyDate, VR.DA)
        .setEmpty(Tag.StudyTime, VR.TM)
        .setEmpty(Tag.AccessionNumber, VR.SH)
        .setEmpty(Tag.StudyDescription, VR.LO)
        .setEmpty(Tag.PatientName, VR.PN)
        .setEmpty(Tag.PatientID, VR.LO)
        .setEmpty(Tag.PatientBirthDate, VR.DA)
        .setEmpty(Tag.StudyInstanceUID, VR.UI);
    keys.forEach((key, value) -> identifier.set(key.tag, value));
    return identifier;
  }

  /** The query of QIDO-RS. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    keys.forEach((key, value) -> parameters.put(key.name(), value));
    limit.ifPresent(most -> parameters.put("limit", Integer.toString(most)));
    if (offset > 0) {
      parameters.put("offset", Integer.toString(offset));
    }
    return parameters;
  }

  /**
   * Checks that the right studies were answered.
   *
   * @throws WrongAnswerException when it is not so
   */
  void check(List<DataSet> matches, String what) {
    Set<String> answered =
        matches.stream()
            .map(match -> match.string(Tag.StudyInstanceUID).orElse("none"))
            .collect(Collectors.toSet());
    if (matches.size() != count || answered.size() != count) {
      throw new WrongAnswerException(
          "%s %s: %d matches of %d studies instead of %d"
              .formatted(what, parameters(), matches.size(), answered.size(), count));
    }
    if (!uids.isEmpty() && !uids.containsAll(answered)) {
      throw new WrongAnswerException(what + " " + parameters() + ": a study that does not match");
    }
  }
}
