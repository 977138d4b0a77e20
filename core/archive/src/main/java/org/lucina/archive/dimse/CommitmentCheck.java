package org.lucina.archive.dimse;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.store.StorageChoice;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.net.Status;
import org.lucina.spi.storage.ObjectChannel;

/** Finds out whether objects are safe: indexed, and whole in their storage (PS3.4 J.3.3). */
final class CommitmentCheck {
  private final ArchiveIndex index;
  private final StorageChoice storages;

  CommitmentCheck(ArchiveIndex index, StorageChoice storages) {
    this.index = index;
    this.storages = storages;
  }

  /**
   * The outcome of a commitment.
   *
   * @param report the N-EVENT-REPORT's data set
   * @param safe how many objects are committed
   * @param failed how many are not
   */
  record Outcome(DataSet report, int safe, int failed) {}

  Outcome check(CommitmentRequest request, String retrieveAeTitle) {
    List<DataSet> safe = new ArrayList<>();
    List<DataSet> failed = new ArrayList<>();
    for (CommitmentRequest.Reference reference : request.references()) {
      int reason = failure(reference);
      if (reason == Status.SUCCESS) {
        safe.add(reference.toItem());
      } else {
        failed.add(reference.toItem().set(Tag.FailureReason, VR.US, reason));
      }
    }
    DataSet report = new DataSet();
    report.set(Tag.TransactionUID, request.transaction());
    report.set(Tag.RetrieveAETitle, retrieveAeTitle);
    if (!safe.isEmpty()) {
      report.set(Tag.ReferencedSOPSequence, safe);
    }
    if (!failed.isEmpty()) {
      report.set(Tag.FailedSOPSequence, failed);
    }
    return new Outcome(report, safe.size(), failed.size());
  }

  private int failure(CommitmentRequest.Reference reference) {
    Optional<InstanceRecord> object = index.instance(reference.sopInstance());
    if (object.isEmpty()) {
      return Status.NO_SUCH_SOP_INSTANCE;
    }
    if (!object.get().sopClass().equals(reference.sopClass())) {
      return Status.CLASS_INSTANCE_CONFLICT;
    }
    try (ObjectChannel file =
        storages.named(object.get().storage()).open(object.get().location())) {
      return file.size() == object.get().length() ? Status.SUCCESS : Status.PROCESSING_FAILURE;
    } catch (NoSuchFileException e) {
      return Status.NO_SUCH_SOP_INSTANCE;
    } catch (IOException e) {
      return Status.PROCESSING_FAILURE;
    }
  }
}
