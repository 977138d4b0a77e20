package org.lucina.archive.store;

import static org.lucina.archive.store.StoreException.Reason.FAILED;
import static org.lucina.archive.store.StoreException.Reason.MALFORMED;

import java.io.IOException;
import java.io.InputStream;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.IndexOutcome;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.retrieve.FrameIndexer;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.spi.storage.Storage;

/**
 * The {@link ObjectStore}: one pass over the bytes parses, digests and stores them; then the object
 * is made durable, then indexed, then acknowledged.
 */
public final class StreamingObjectStore implements ObjectStore {
  private final StorageChoice storages;
  private final ArchiveIndex index;
  private final InFlight inFlight;
  private final StorageCleaner cleaner;
  private final StoreBufferPool pool = new StoreBufferPool();

  /** Stores into the storage chosen by the settings in force. */
  public StreamingObjectStore(
      StorageChoice storages, ArchiveIndex index, InFlight inFlight, StorageCleaner cleaner) {
    this.storages = storages;
    this.index = index;
    this.inFlight = inFlight;
    this.cleaner = cleaner;
  }

  @Override
  public StoreOutcome store(StoreRequest request, InputStream data)
      throws StoreException, IOException {
    StoreBuffers buffers = pool.take();
    String source = request.requestor().name();
    String named = request.sopInstance().orElse("without UID");
    try (InFlight.Ticket ticket = inFlight.begin()) {
      StoreOutcome outcome = store(request, data, buffers);
      report(outcome, source);
      return outcome;
    } catch (StoreException e) {
      if (e.getCause() != null && e.reason() != MALFORMED) {
        ArchiveLog.LOG.storeFailed(named, source, e);
      } else {
        ArchiveLog.LOG.refused(named, source, e.getMessage());
      }
      throw e;
    } finally {
      pool.give(buffers);
    }
  }

  private StoreOutcome store(StoreRequest request, InputStream data, StoreBuffers buffers)
      throws StoreException, IOException {
    ArchiveSettings settings = storages.settings();
    Storage storage = storages.chosen();
    StoreAdmission admission = new StoreAdmission(request, settings, storage);
    UploadTee tee = new UploadTee(data, buffers, admission);
    try {
      DataSet dataSet;
      UploadTee.Upload upload;
      ObjectUids uids;
      try (DicomReader reader = admission.open(tee)) {
        dataSet = reader.readDataSet();
        tee.drain();
        uids = admission.check(dataSet);
        upload = tee.finish();
      } catch (IOException e) {
        throw refusal(tee, e);
      } catch (RuntimeException e) {
        throw new StoreException(FAILED, "the data set cannot be read", e);
      }
      return index(request, settings, storage, admission, buffers, dataSet, uids, upload);
    } catch (StoreException e) {
      throw admission.name(e);
    } finally {
      tee.revoke();
    }
  }

  private StoreOutcome index(
      StoreRequest request,
      ArchiveSettings settings,
      Storage storage,
      StoreAdmission admission,
      StoreBuffers buffers,
      DataSet dataSet,
      ObjectUids uids,
      UploadTee.Upload upload)
      throws StoreException {
    String location = upload.stored().location();
    InstanceRecord record =
        new InstanceRecord(
            uids.study(),
            uids.series(),
            uids.sopInstance(),
            uids.sopClass(),
            admission.transferSyntax().uid(),
            settings.storage(),
            location,
            upload.stored().length(),
            upload.dataSetOffset(),
            upload.sha256(),
            upload.dataSetSha256(),
            upload.stored().committed());
    IndexOutcome outcome;
    try {
      byte[] frames =
          FrameIndexer.encode(
              dataSet,
              admission.transferSyntax(),
              admission.dataSetStart(),
              upload.dataSetOffset(),
              () -> storage.open(location));
      NewInstance instance =
          new NewInstance(
              record,
              dataSet,
              HeaderEncoder.encode(dataSet, buffers.deflater),
              frames,
              request.requestor().name(),
              false);
      outcome = index.add(instance, settings.duplicates());
    } catch (StoreException e) {
      cleaner.remove(settings.storage(), location);
      throw e;
    } catch (IOException | RuntimeException e) {
      cleaner.remove(settings.storage(), location);
      throw new StoreException(FAILED, "the object cannot be indexed", e);
    }
    outcome.superseded().ifPresent(old -> cleaner.remove(old.storage(), old.location()));
    return new StoreOutcome(
        outcome.kind(), uids.sopClass(), uids.sopInstance(), uids.study(), uids.series());
  }

  private static StoreException refusal(UploadTee tee, IOException fault) throws IOException {
    if (tee.sourceFault().isPresent()) {
      throw fault;
    }
    return tee.refusal().orElseGet(() -> new StoreException(MALFORMED, fault.getMessage(), fault));
  }

  private static void report(StoreOutcome outcome, String source) {
    switch (outcome.kind()) {
      case KEPT_OTHER -> ArchiveLog.LOG.keptOther(outcome.sopInstance(), source);
      case REPLACED -> ArchiveLog.LOG.replaced(outcome.sopInstance(), source);
      default -> ArchiveLog.LOG.stored(outcome.sopInstance(), source, outcome.kind().name());
    }
  }
}
