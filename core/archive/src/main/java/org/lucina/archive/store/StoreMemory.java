package org.lucina.archive.store;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;

/**
 * The heap that the data sets of objects take while they are received, bounded for each object and
 * for all together: a quarter of the heap in all, half of that for one object. Pixel data and other
 * long values stream past it. Thread-safe.
 */
final class StoreMemory {
  private static final int NESTED = 64;
  private static final int ELEMENTS = 2_000_000;

  /** Longer values, text included, are left where they are stored. */
  private static final int VALUE = 256 << 10;

  /** What one object may take at least, however small the heap is. */
  private static final long LEAST = 16 << 20;

  /** What each object takes without asking; most need less. */
  private static final long FREE = 256 << 10;

  /** The limits of one object. */
  static final ReadLimits LIMITS =
      new ReadLimits(
          NESTED, ELEMENTS, VALUE, Math.max(LEAST, Runtime.getRuntime().maxMemory() / 8));

  private final long most;
  private final AtomicLong taken = new AtomicLong();

  /** Shares so many bytes among all objects. */
  StoreMemory(long most) {
    this.most = most;
  }

  /** Shares a quarter of the heap. */
  static StoreMemory ofHeap() {
    return new StoreMemory(2 * LIMITS.heldBytes());
  }

  /** The share of one object that is being received; closing gives it back. */
  Share share() {
    return new Share();
  }

  /** Bytes that are taken now. */
  long taken() {
    return taken.get();
  }

  /** Told while other objects take all there is; the object may come again later. */
  static final class ExhaustedException extends IOException {
    private static final long serialVersionUID = 1L;

    ExhaustedException(long most) {
      super("the objects that are being received take " + most + " bytes of memory, all there is");
    }
  }

  /** What one object takes. Used by one thread. */
  final class Share implements DicomReader.Memory, AutoCloseable {
    private long mine;

    @Override
    public void held(long bytes) throws ExhaustedException {
      long more = Math.max(0, bytes - FREE - mine);
      mine += more;
      if (taken.addAndGet(more) > most) {
        throw new ExhaustedException(most);
      }
    }

    @Override
    public void close() {
      taken.addAndGet(-mine);
      mine = 0;
    }
  }
}
