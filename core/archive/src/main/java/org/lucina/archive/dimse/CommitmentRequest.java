package org.lucina.archive.dimse;

import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.net.DimseException;
import org.lucina.net.Status;

/**
 * What an SCU asks the archive to commit itself to (PS3.4 J.3.2.1).
 *
 * @param transaction Transaction UID
 * @param references the objects
 */
record CommitmentRequest(String transaction, List<Reference> references) {

  /** One object by SOP class and instance. */
  record Reference(String sopClass, String sopInstance) {
    DataSet toItem() {
      return new DataSet()
          .set(Tag.ReferencedSOPClassUID, sopClass)
          .set(Tag.ReferencedSOPInstanceUID, sopInstance);
    }
  }

  static CommitmentRequest read(DataSet data) throws DimseException {
    String transaction =
        data.string(Tag.TransactionUID).orElseThrow(() -> missing(Tag.TransactionUID));
    List<DataSet> items = data.items(Tag.ReferencedSOPSequence);
    if (items.isEmpty()) {
      throw missing(Tag.ReferencedSOPSequence);
    }
    List<Reference> references = new java.util.ArrayList<>(items.size());
    for (DataSet item : items) {
      references.add(
          new Reference(
              item.string(Tag.ReferencedSOPClassUID)
                  .orElseThrow(() -> missing(Tag.ReferencedSOPClassUID)),
              item.string(Tag.ReferencedSOPInstanceUID)
                  .orElseThrow(() -> missing(Tag.ReferencedSOPInstanceUID))));
    }
    return new CommitmentRequest(transaction, references);
  }

  private static DimseException missing(int tag) {
    return new DimseException(
        Status.INVALID_ARGUMENT_VALUE, "an attribute is missing or empty", List.of(tag), null);
  }
}
