package org.lucina.endpoint.dimse;

import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DicomDate;
import org.lucina.dicom.value.DicomTime;
import org.lucina.net.Status;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.UnsupportedQueryException;

/**
 * Makes sure that what a peer answers fulfils the keys: one that does not support a key takes it
 * for universal matching, and leaves it out of its answers (PS3.4 C.2.2.1.3).
 *
 * @param query the keys of the C-FIND
 */
record Answers(Query query) {

  /**
   * Whether an answer fulfils all keys.
   *
   * @param status of the response, which may say that keys are not supported
   * @throws UnsupportedQueryException naming a key that the peer did not look at
   */
  boolean fulfils(DataSet answer, int status) throws UnsupportedQueryException {
    for (QueryKey key : query.keys()) {
      if (key.matching() != Matching.UNIVERSAL && !key.value().strip().equals(KeyValues.EMPTY)) {
        check(key, answer, status);
      }
    }
    return comparable(answer).matches(answer);
  }

  private void check(QueryKey key, DataSet answer, int status) throws UnsupportedQueryException {
    int tag = key.path().get(0);
    boolean empty = answer.get(tag).map(Element::isEmpty).orElse(true);
    boolean ignored = status == Status.PENDING_OPTIONAL_KEYS_NOT_SUPPORTED && empty;
    if (ignored || !answer.contains(tag)) {
      throw new UnsupportedQueryException(
          List.of("matching on " + key.attribute() + ", which the peer leaves out of its answers"));
    }
  }

  /** Keys whose values in the answer can be judged here; for the others the peer is believed. */
  private Query comparable(DataSet answer) {
    Query.Builder rest = Query.of(query.level());
    query.keys().stream().filter(key -> isComparable(key, answer)).forEach(rest::key);
    return rest.build();
  }

  private boolean isComparable(QueryKey key, DataSet answer) {
    if (key.path().size() > 1) {
      return true;
    }
    VR vr = Dictionary.vrOf(key.tag());
    List<String> values = answer.strings(key.tag());
    return switch (vr) {
      case PN -> !query.fuzzy() && values.stream().allMatch(Answers::isDecoded);
      case DA -> values.stream().allMatch(value -> DicomDate.parse(value).isPresent());
      case TM -> values.stream().allMatch(value -> DicomTime.parse(value).isPresent());
      default -> values.stream().allMatch(Answers::isDecoded);
    };
  }

  /** Some peers do not tell the character set of their answers, or a wrong one. */
  private static boolean isDecoded(String value) {
    return value.indexOf('\uFFFD') < 0;
  }
}
