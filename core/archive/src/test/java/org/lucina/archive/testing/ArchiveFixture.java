package org.lucina.archive.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.archive.retrieve.StorageObjectReader;
import org.lucina.archive.store.InFlight;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StorageChoice;
import org.lucina.archive.store.StorageCleaner;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreOutcome;
import org.lucina.archive.store.StoreRequest;
import org.lucina.archive.store.StreamingObjectStore;
import org.lucina.dicom.testing.SyntheticObject;

/** The archive's store and reader on a storage and an index in memory. */
public final class ArchiveFixture {
  public final MemoryStorage storage = new MemoryStorage();
  public final MemoryIndex index = new MemoryIndex();
  public final FakeServer server = new FakeServer().with(FakeServer.STORAGE, storage);
  public final StorageChoice storages = new StorageChoice(server);
  public final StorageCleaner cleaner = new StorageCleaner(storages, index);
  public final InFlight inFlight = new InFlight(Clock.systemUTC());
  public final ObjectStore store = new StreamingObjectStore(storages, index, inFlight, cleaner);
  public final ObjectReader reader = new StorageObjectReader(storages, index);

  /** Who sends in tests. */
  public static final Requestor SENDER =
      new Requestor("SENDER", Requestor.Protocol.DIMSE, "127.0.0.1", Optional.of("LUCINA"), false);

  /** Stores an object as a C-STORE would. */
  public StoreOutcome send(SyntheticObject object) throws StoreException, IOException {
    return send(object, object.bare());
  }

  /** Stores bytes as a C-STORE of an object would. */
  public StoreOutcome send(SyntheticObject object, byte[] bytes)
      throws StoreException, IOException {
    StoreRequest request =
        new StoreRequest(
            SENDER,
            Optional.of(object.syntax()),
            Optional.of(object.sopClass()),
            Optional.of(object.sopInstance()),
            Optional.empty());
    return store.store(request, new ByteArrayInputStream(bytes));
  }

  /** Stores a Part 10 file as STOW-RS would. */
  public StoreOutcome upload(byte[] file) throws StoreException, IOException {
    StoreRequest request =
        new StoreRequest(
            SENDER, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    return store.store(request, new ByteArrayInputStream(file));
  }

  /** Where an object is. */
  public InstanceRecord record(SyntheticObject object) {
    return index.instance(object.sopInstance()).orElseThrow();
  }

  /** The data set that goes out. */
  public byte[] dataSet(SyntheticObject object, String syntax) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reader.writeDataSet(record(object), syntax, out);
    return out.toByteArray();
  }

  /** One frame that goes out, the same whether it is written or read. */
  public byte[] frame(SyntheticObject object, int frame) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reader.writeFrame(record(object), frame, out);
    try (InputStream in = reader.openFrame(record(object), frame)) {
      if (!Arrays.equals(in.readAllBytes(), out.toByteArray())) {
        throw new AssertionError("frame " + frame + " is read otherwise than it is written");
      }
    }
    return out.toByteArray();
  }
}
