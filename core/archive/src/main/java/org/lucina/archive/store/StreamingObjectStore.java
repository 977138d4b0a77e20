package org.lucina.archive.store;

import static org.lucina.archive.store.StoreException.Reason.FAILED;
import static org.lucina.archive.store.StoreException.Reason.MALFORMED;
import static org.lucina.archive.store.StoreException.Reason.STORAGE_FULL;
import static org.lucina.archive.store.StoreException.Reason.UNAVAILABLE;

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

/**
 * The {@link ObjectStore}: one pass over the bytes parses, digests and stores them; then the object
 * is made durable, then indexed, then acknowledged.
 */
public final class StreamingObjectStore implements ObjectStore {
  private final StorageChoice storages;
  private final LostObjects additions;
  private final InFlight inFlight;
  private final StorageCleaner cleaner;
  private final StoreBufferPool pool = new StoreBufferPool();
  private final StoreMemory memory;

  /** Stores into the storage chosen by the settings in force. */
  public StreamingObjectStore(
      StorageChoice storages, ArchiveIndex index, InFlight inFlight, StorageCleaner cleaner) {
    this(storages, index, inFlight, cleaner, StoreMemory.ofHeap());
  }

  /** The same with a bound on the memory of objects that are being received. */
  StreamingObjectStore(
      StorageChoice storages,
      ArchiveIndex index,
      InFlight inFlight,
      StorageCleaner cleaner,
      StoreMemory memory) {
    this.memory = memory;
    this.storages = storages;
    this.additions = new LostObjects(index, storages);
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
      boolean ours =
          e.reason() == FAILED || e.reason() == STORAGE_FULL || e.reason() == UNAVAILABLE;
      if (ours) {
        ArchiveLog.LOG.storeFailed(named, source, e);
      } else {
        ArchiveLog.LOG.refused(named, source, e.getMessage());
      }
      throw e;
    } finally {
      pool.give(buffers);
    }
  }

  /** An object whose file is durable, to be indexed. */
  private record Received(
      StoreAdmission admission, DataSet dataSet, ObjectUids uids, UploadTee.Upload upload) {

    String location() {
      return upload.stored().location();
    }
  }

  private StoreOutcome store(StoreRequest request, InputStream data, StoreBuffers buffers)
      throws StoreException, IOException {
    StoreAdmission admission = new StoreAdmission(request, storages.settings(), storages.chosen());
    UploadTee tee = new UploadTee(data, buffers, admission);
    try (StoreMemory.Share held = memory.share();
        DicomReader reader = admission.open(tee, held)) {
      DataSet dataSet = reader.readDataSet();
      tee.drain();
      ObjectUids uids = admission.check(dataSet);
      return index(new Received(admission, dataSet, uids, tee.finish()), buffers);
    } catch (IOException e) {
      throw admission.about(refusal(tee, e));
    } catch (StoreException e) {
      throw admission.about(e);
    } catch (RuntimeException e) {
      throw admission.about(new StoreException(FAILED, "the object cannot be processed", e));
    } finally {
      tee.revoke();
    }
  }

  private StoreOutcome index(Received object, StoreBuffers buffers) throws StoreException {
    String storage = object.admission().settings().storage();
    IndexOutcome outcome;
    try {
      outcome = additions.add(instance(object, buffers), object.admission().duplicates());
    } catch (StoreException e) {
      cleaner.removeUnindexed(storage, object.location());
      throw e;
    } catch (IOException | RuntimeException e) {
      cleaner.removeUnindexed(storage, object.location());
      throw new StoreException(FAILED, "the object cannot be indexed", e);
    }
    outcome.superseded().ifPresent(old -> cleaner.removeSuperseded(old.storage(), old.location()));
    ObjectUids uids = object.uids();
    return new StoreOutcome(
        outcome.kind(), uids.sopClass(), uids.sopInstance(), uids.study(), uids.series());
  }

  private static NewInstance instance(Received object, StoreBuffers buffers) throws IOException {
    StoreAdmission admission = object.admission();
    UploadTee.Upload upload = object.upload();
    InstanceRecord record =
        new InstanceRecord(
            object.uids().study(),
            object.uids().series(),
            object.uids().sopInstance(),
            object.uids().sopClass(),
            admission.transferSyntax().uid(),
            admission.settings().storage(),
            object.location(),
            upload.stored().length(),
            upload.dataSetOffset(),
            upload.sha256(),
            upload.stored().committed());
    byte[] frames =
        FrameIndexer.encode(
            object.dataSet(),
            admission.transferSyntax(),
            admission.dataSetStart(),
            upload.dataSetOffset(),
            () -> admission.storage().open(object.location()));
    byte[] header = HeaderEncoder.encode(object.dataSet(), buffers.deflater);
    StoreRequest request = admission.request();
    return new NewInstance(
        record,
        object.dataSet(),
        header,
        frames,
        request.requestor().name(),
        request.deidentified());
  }

  private static StoreException refusal(UploadTee tee, IOException fault) throws IOException {
    if (tee.sourceFault().isPresent()) {
      throw fault;
    }
    if (fault instanceof StoreMemory.ExhaustedException) {
      return new StoreException(UNAVAILABLE, fault.getMessage(), fault);
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
