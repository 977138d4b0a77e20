package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.net.Exchange;
import org.lucina.net.Status;

/** Counts the C-STORE sub-operations of a C-MOVE or C-GET and answers with them (PS3.4 C.4.2). */
final class SubOperations {
  /** As many UIDs as fit a value of Explicit VR, which has 64 KiB. */
  private static final int FAILED_UIDS = 1000;

  private static final int MAX_COUNT = 0xFFFF;

  private final Exchange exchange;
  private final List<String> failedUids = new ArrayList<>();
  private int remaining;
  private int completed;
  private int failed;
  private int warning;

  SubOperations(Exchange exchange, int total) {
    this.exchange = exchange;
    this.remaining = total;
  }

  /** One ended with the status of its C-STORE (PS3.4 B.2.3). */
  void ended(String sopInstance, int status) {
    remaining = Math.max(0, remaining - 1);
    if (status == Status.SUCCESS) {
      completed++;
    } else if (isWarning(status)) {
      warning++;
    } else {
      failed++;
      if (failedUids.size() < FAILED_UIDS) {
        failedUids.add(sopInstance);
      }
    }
  }

  static boolean isWarning(int status) {
    return status >>> 12 == 0xB || status == 0x0001 || status == 0x0107 || status == 0x0116;
  }

  /** Answers that more are to come. */
  void pending() throws IOException {
    exchange.respond(Status.PENDING, counts(true), Optional.empty());
  }

  /** Answers that the peer's C-CANCEL ended it. */
  void cancelled() throws IOException {
    exchange.respond(Status.CANCEL, counts(true), failedList());
  }

  /** Answers that all are through. */
  void finished() throws IOException {
    int status = Status.SUCCESS;
    if (failed > 0 && completed + warning == 0) {
      status = Status.OUT_OF_RESOURCES_SUBOPERATIONS;
    } else if (failed + warning > 0) {
      status = Status.SUBOPERATIONS_WITH_FAILURES;
    }
    exchange.respond(
        status, counts(false), status == Status.SUCCESS ? Optional.empty() : failedList());
  }

  private DataSet counts(boolean withRemaining) {
    DataSet fields = new DataSet();
    if (withRemaining) {
      put(fields, Tag.NumberOfRemainingSuboperations, remaining);
    }
    put(fields, Tag.NumberOfCompletedSuboperations, completed);
    put(fields, Tag.NumberOfFailedSuboperations, failed);
    put(fields, Tag.NumberOfWarningSuboperations, warning);
    return fields;
  }

  private static void put(DataSet fields, int tag, int count) {
    fields.set(tag, VR.US, Math.min(count, MAX_COUNT));
  }

  private Optional<DataSet> failedList() {
    return Optional.of(
        new DataSet().set(Tag.FailedSOPInstanceUIDList, VR.UI, failedUids.toArray(String[]::new)));
  }
}
