package org.lucina.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;

/**
 * Gives an object to its reader and, on the way, to the storage and to a digest of its data set.
 * The upload begins when the buffer is full or the object at its end, whichever comes first: until
 * then it can be refused without touching the storage.
 */
final class UploadTee extends InputStream {

  /** Begins the upload once the first bytes are there. */
  interface Start {
    Head begin(byte[] held, int length) throws StoreException, IOException;
  }

  /**
   * How an upload begins.
   *
   * @param upload where it goes
   * @param fileMeta what is written before the data set
   * @param skipped bytes of the source that come before the data set and are left out
   */
  record Head(StorageUpload upload, byte[] fileMeta, int skipped) {}

  private final InputStream source;
  private final StoreBuffers buffers;
  private final Start start;
  private Head head;
  private int held;
  private StoreException refusal;
  private IOException sourceFault;

  UploadTee(InputStream source, StoreBuffers buffers, Start start) {
    this.source = source;
    this.buffers = buffers;
    this.start = start;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int got = fromSource(target, offset, length);
    for (int done = 0; done < got; ) {
      int part = Math.min(got - done, room());
      System.arraycopy(target, offset + done, buffers.held, held, part);
      held += part;
      done += part;
    }
    return got;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long left = bytes;
    while (left > 0) {
      int got = fromSource(buffers.held, held, (int) Math.min(left, room()));
      if (got < 0) {
        break;
      }
      held += got;
      left -= got;
    }
    return bytes - left;
  }

  /** Takes what the reader has left, to the end. */
  void drain() throws IOException {
    while (skip(Long.MAX_VALUE) == Long.MAX_VALUE) {
      // endless sources end with their association or request
    }
  }

  /** Writes the last bytes and makes the object durable. */
  Upload finish() throws IOException {
    fill();
    String sha256 = HexFormat.of().formatHex(buffers.digest.digest());
    try {
      StoredObject stored = head.upload.commit(buffers.out);
      return new Upload(stored, sha256, head.fileMeta.length);
    } catch (IOException e) {
      throw refused(e);
    } finally {
      buffers.out.clear();
    }
  }

  /**
   * An object that is durable.
   *
   * @param stored where
   * @param sha256 digest of the data set
   * @param dataSetOffset where the data set begins
   */
  record Upload(StoredObject stored, String sha256, long dataSetOffset) {}

  /** Revokes what was not committed. */
  void revoke() throws IOException {
    if (head != null) {
      head.upload.close();
    }
  }

  /** Why the object was refused while it was read. */
  Optional<StoreException> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Why the source could not be read. */
  Optional<IOException> sourceFault() {
    return Optional.ofNullable(sourceFault);
  }

  private int fromSource(byte[] target, int offset, int length) throws IOException {
    try {
      return source.read(target, offset, length);
    } catch (IOException e) {
      sourceFault = e;
      throw e;
    }
  }

  private int room() throws IOException {
    if (held == buffers.held.length) {
      flush();
    }
    return buffers.held.length - held;
  }

  private void flush() throws IOException {
    fill();
    try {
      head.upload.write(buffers.out);
    } catch (IOException e) {
      throw refused(e);
    } finally {
      buffers.out.clear();
    }
  }

  /** Brings what is held to the digest and into the buffer for the storage. */
  private void fill() throws IOException {
    int from = 0;
    if (head == null) {
      from = begin();
    }
    buffers.digest.update(buffers.held, from, held - from);
    buffers.out.put(buffers.held, from, held - from).flip();
    held = 0;
  }

  private int begin() throws IOException {
    try {
      head = start.begin(buffers.held, held);
    } catch (StoreException e) {
      refusal = e;
      throw new IOException(e);
    } catch (IOException e) {
      throw refused(e);
    }
    buffers.out.put(head.fileMeta);
    return head.skipped;
  }

  private IOException refused(IOException storageFault) {
    refusal =
        new StoreException(
            StoreException.Reason.STORAGE_FULL, "the storage takes no more", storageFault);
    return storageFault;
  }
}
