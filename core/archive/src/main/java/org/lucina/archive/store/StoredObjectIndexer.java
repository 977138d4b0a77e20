package org.lucina.archive.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.IndexException;
import org.lucina.archive.index.IndexOutcome;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.retrieve.FrameIndexer;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StoredObject;

/** Indexes an object that is in a storage already, as after a crash. */
public final class StoredObjectIndexer {
  private static final DicomReader.Options READING =
      new DicomReader.Options(StoreMemory.LIMITS, HeaderEncoder.BULK_THRESHOLD, Optional.empty());

  private static final int BUFFER = 128 << 10;

  private final StorageChoice storages;
  private final ArchiveIndex index;
  private final StorageCleaner cleaner;

  /** What became of an object. */
  public enum Result {
    INDEXED,
    REMOVED,
    LEFT
  }

  /** Indexes into an index. */
  public StoredObjectIndexer(StorageChoice storages, ArchiveIndex index, StorageCleaner cleaner) {
    this.storages = storages;
    this.index = index;
    this.cleaner = cleaner;
  }

  /**
   * Indexes one object, unless it is older than the one indexed under its UID: then it was
   * superseded and is removed. One that cannot be read, or that the index does not take, is left as
   * it is.
   *
   * @throws IndexException when the database is away
   */
  public Result index(String storageName, Storage storage, StoredObject object) {
    try {
      NewInstance instance = read(storageName, storage, object);
      InstanceRecord record = instance.record();
      Optional<InstanceRecord> known = index.instance(record.sopInstance());
      if (known.isPresent() && known.get().received().isAfter(object.committed())) {
        cleaner.removeSuperseded(storageName, object.location());
        return Result.REMOVED;
      }
      IndexOutcome outcome = index.add(instance, storages.settings().duplicates());
      outcome
          .superseded()
          .ifPresent(old -> cleaner.removeSuperseded(old.storage(), old.location()));
      return outcome.kind() == StoreOutcome.Kind.STORED
              || outcome.kind() == StoreOutcome.Kind.REPLACED
          ? Result.INDEXED
          : Result.REMOVED;
    } catch (StoreException e) {
      if (e.reason() == StoreException.Reason.DUPLICATE) {
        cleaner.removeSuperseded(storageName, object.location());
        return Result.REMOVED;
      }
      // Is the database away, this throws: there is nothing wrong with the object.
      index.indexedLocations(storageName, List.of(object.location()));
      ArchiveLog.LOG.notIndexable(object.location(), storageName, e.getMessage());
      return Result.LEFT;
    } catch (IndexException databaseAway) {
      throw databaseAway;
    } catch (IOException | RuntimeException e) {
      ArchiveLog.LOG.notIndexable(object.location(), storageName, String.valueOf(e.getMessage()));
      return Result.LEFT;
    }
  }

  private static NewInstance read(String storageName, Storage storage, StoredObject object)
      throws IOException, StoreException {
    MessageDigest dataSetDigest = Digests.sha256();
    try (ObjectChannel channel = storage.open(object.location())) {
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
      try (DicomReader reader = DicomReader.of(in, READING)) {
        DataSet dataSet = reader.readDataSet();
        long dataSetOffset = reader.dataSetOffset();
        channel.position(dataSetOffset);
        new DigestInputStream(Channels.newInputStream(channel), dataSetDigest)
            .transferTo(OutputStream.nullOutputStream());
        ObjectUids uids = ObjectUids.of(dataSet);
        InstanceRecord record =
            new InstanceRecord(
                uids.study(),
                uids.series(),
                uids.sopInstance(),
                uids.sopClass(),
                reader.transferSyntax().uid(),
                storageName,
                object.location(),
                object.length(),
                dataSetOffset,
                HexFormat.of().formatHex(dataSetDigest.digest()),
                object.committed());
        byte[] frames =
            FrameIndexer.encode(
                dataSet,
                reader.transferSyntax(),
                dataSetOffset,
                dataSetOffset,
                () -> storage.open(object.location()));
        String source = reader.fileMeta().string(Tag.SourceApplicationEntityTitle).orElse("");
        return new NewInstance(record, dataSet, header(dataSet), frames, source, false);
      }
    }
  }

  private static byte[] header(DataSet dataSet) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      return HeaderEncoder.encode(dataSet, deflater);
    } finally {
      deflater.end();
    }
  }
}
