package org.lucina.endpoint.dimse;

import java.util.List;
import org.lucina.dicom.Tag;
import org.lucina.net.Response;
import org.lucina.net.Status;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * What the final response of a C-MOVE or C-GET says of its C-STOREs (PS3.4 C.4.2.1.6).
 *
 * @param response the final one
 * @param completed without fault
 * @param failed objects that did not come
 * @param warning objects that came with a warning
 */
record SubOperations(Response response, int completed, int failed, int warning) {
  private static final int TOLD = 5;

  static SubOperations of(Response response) {
    return new SubOperations(
        response,
        count(response, Tag.NumberOfCompletedSuboperations),
        count(response, Tag.NumberOfFailedSuboperations),
        count(response, Tag.NumberOfWarningSuboperations));
  }

  private static int count(Response response, int tag) {
    return response.command().integer(tag).orElse(0);
  }

  /** Whether everything has come. */
  boolean areComplete() {
    boolean done =
        response.status() == Status.SUCCESS
            || response.status() == Status.SUBOPERATIONS_WITH_FAILURES;
    return done && failed == 0;
  }

  /** Why not everything has come. */
  EndpointException fault(String peer, String operation) {
    if (failed == 0) {
      return Faults.of(peer, operation, response);
    }
    Reason reason = completed + warning == 0 ? Faults.reason(response.status()) : Reason.FAILED;
    return new EndpointException(
        reason,
        peer
            + " could not send "
            + failed
            + " of "
            + (completed + failed + warning)
            + " instances: "
            + Faults.describe(response)
            + failedUids());
  }

  private String failedUids() {
    List<String> uids =
        response.data().map(data -> data.strings(Tag.FailedSOPInstanceUIDList)).orElseGet(List::of);
    return uids.isEmpty()
        ? ""
        : ", " + String.join(", ", uids.subList(0, Math.min(TOLD, uids.size())));
  }

  /** As JSON, for administrators. */
  String json() {
    return String.format(
        "{\"status\":\"%04X\",\"completed\":%d,\"failed\":%d,\"warning\":%d}",
        response.status(), completed, failed, warning);
  }
}
