package org.lucina.archive.store;

import static org.lucina.archive.store.StoreException.Reason.MALFORMED;
import static org.lucina.archive.store.StoreException.Reason.SOP_CLASS_UNKNOWN;
import static org.lucina.archive.store.StoreException.Reason.STUDY_MISMATCH;
import static org.lucina.archive.store.StoreException.Reason.UID_MISMATCH;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.Uids;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.spi.server.ArchiveSettings.Duplicates;
import org.lucina.spi.storage.Storage;

/** Decides whether one object is let in: as soon as its first bytes are there, and at its end. */
final class StoreAdmission implements UploadTee.Start {
  private static final DicomReader.Options UIDS_ONLY =
      new DicomReader.Options(
          StoreMemory.LIMITS, HeaderEncoder.BULK_THRESHOLD, Optional.of(Tag.SOPInstanceUID + 1));

  private final StoreRequest request;
  private final ArchiveSettings settings;
  private final Storage storage;
  private DicomReader reader;
  private String sopClass = "";
  private String sopInstance = "";

  StoreAdmission(StoreRequest request, ArchiveSettings settings, Storage storage) {
    this.request = request;
    this.settings = settings;
    this.storage = storage;
  }

  /** Opens the object's reader, which tells the memory what it holds. */
  DicomReader open(InputStream in, DicomReader.Memory memory) throws IOException {
    DicomReader.Options reading =
        new DicomReader.Options(
            StoreMemory.LIMITS, HeaderEncoder.BULK_THRESHOLD, Optional.empty(), memory);
    reader =
        request.dataSetSyntax().isPresent()
            ? DicomReader.ofDataSet(in, request.dataSetSyntax().get(), reading)
            : DicomReader.of(in, reading);
    return reader;
  }

  /** The same refusal, naming the object as far as it was read. */
  StoreException about(StoreException refusal) {
    return refusal.about(
        request.sopClass().orElse(sopClass), request.sopInstance().orElse(sopInstance));
  }

  StoreRequest request() {
    return request;
  }

  /** The settings that were in force when it began. */
  ArchiveSettings settings() {
    return settings;
  }

  /** What happens to a different object under its UID. */
  Duplicates duplicates() {
    return request.duplicates().orElse(settings.duplicates());
  }

  Storage storage() {
    return storage;
  }

  TransferSyntax transferSyntax() {
    return reader.transferSyntax();
  }

  /** Byte of the source at which the data set begins. */
  long dataSetStart() {
    return reader.dataSetOffset();
  }

  @Override
  public UploadTee.Head begin(byte[] held, int length) throws StoreException, IOException {
    if (reader == null || reader.dataSetOffset() > length) {
      throw new StoreException(MALFORMED, "File Meta Information is longer than " + length);
    }
    int start = (int) reader.dataSetOffset();
    DataSet first = firstElements(held, start, length - start);
    sopClass = ObjectUids.required(first, Tag.SOPClassUID, "SOP Class UID");
    sopInstance = ObjectUids.required(first, Tag.SOPInstanceUID, "SOP Instance UID");
    checkSopClass(sopClass);
    checkNamed(request.sopClass(), sopClass, "SOP Class UID");
    checkNamed(request.sopInstance(), sopInstance, "SOP Instance UID");
    byte[] meta =
        FileMetaInformation.encode(
            sopClass, sopInstance, transferSyntax().uid(), request.requestor());
    return new UploadTee.Head(storage.begin(sopInstance), meta, start);
  }

  /** Checks the whole data set. */
  ObjectUids check(DataSet dataSet) throws StoreException {
    sopClass = dataSet.string(Tag.SOPClassUID).orElse("");
    sopInstance = dataSet.string(Tag.SOPInstanceUID).orElse("");
    ObjectUids uids = ObjectUids.of(dataSet);
    checkSopClass(uids.sopClass());
    checkNamed(request.sopClass(), uids.sopClass(), "SOP Class UID");
    checkNamed(request.sopInstance(), uids.sopInstance(), "SOP Instance UID");
    if (request.study().isPresent() && !request.study().get().equals(uids.study())) {
      throw new StoreException(STUDY_MISMATCH, "the object belongs to study " + uids.study());
    }
    String source = request.requestor().name();
    uids.odd().forEach(odd -> ArchiveLog.LOG.oddUid(uids.sopInstance(), source, odd));
    return uids;
  }

  private DataSet firstElements(byte[] held, int start, int length) throws StoreException {
    try (DicomReader first =
        DicomReader.ofDataSet(
            new ByteArrayInputStream(held, start, length), transferSyntax(), UIDS_ONLY)) {
      return first.readDataSet();
    } catch (IOException e) {
      throw new StoreException(MALFORMED, e.getMessage(), e);
    }
  }

  private void checkSopClass(String uid) throws StoreException {
    if (!settings.acceptUnknownSopClasses() && !Uids.storageSopClasses().contains(uid)) {
      throw new StoreException(SOP_CLASS_UNKNOWN, "SOP class " + uid + " is not stored");
    }
  }

  private static void checkNamed(Optional<String> named, String found, String name)
      throws StoreException {
    if (named.isPresent() && !named.get().equals(found)) {
      throw new StoreException(
          UID_MISMATCH, name + " of the data set differs from that of the request");
    }
  }
}
