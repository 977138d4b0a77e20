package org.lucina.endpoint.dicomweb;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * What became of objects that were stored (PS3.18 10.5.3).
 *
 * @param failures objects that were not stored
 * @param warnings objects that were stored otherwise than they were sent
 */
record StoreAnswer(List<Result> failures, List<Result> warnings) {
  /** Duplicate SOP Instance (PS3.7 C.5.7): it is there already. */
  static final int DUPLICATE = 0x0111;

  /**
   * One object.
   *
   * @param instance SOP Instance UID
   * @param code Failure Reason (0008,1197) or Warning Reason (0008,1196)
   */
  record Result(String instance, int code) {

    /** Why it was not stored, in the words of endpoints (PS3.18 I.2.2). */
    Reason reason() {
      if (code >> 8 == 0xA7) {
        return Reason.UNAVAILABLE; // out of resources
      }
      // processing failure, or none that is known
      return code == 0x0110 || code < 0 ? Reason.FAILED : Reason.REFUSED;
    }
  }

  static StoreAnswer of(DataSet told) {
    List<Result> failures = results(told, Tag.FailedSOPSequence, Tag.FailureReason);
    for (DataSet other : told.items(Tag.OtherFailuresSequence)) {
      failures.add(new Result("unknown", other.integer(Tag.FailureReason).orElse(-1)));
    }
    List<Result> warnings = results(told, Tag.ReferencedSOPSequence, Tag.WarningReason);
    warnings.removeIf(result -> result.code() < 0);
    return new StoreAnswer(List.copyOf(failures), List.copyOf(warnings));
  }

  private static List<Result> results(DataSet told, int sequence, int code) {
    List<Result> results = new ArrayList<>();
    for (DataSet item : told.items(sequence)) {
      results.add(
          new Result(
              item.string(Tag.ReferencedSOPInstanceUID).orElse("unknown"),
              item.integer(code).orElse(-1)));
    }
    return results;
  }
}
