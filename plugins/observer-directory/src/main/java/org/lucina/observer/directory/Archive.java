package org.lucina.observer.directory;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lucina.dicom.DataSet;

/** A zip archive of a stranger: nothing is unpacked, and no entry inflates without bounds. */
final class Archive {
  private static final byte[] SIGNATURE = {'P', 'K', 3, 4};
  private static final int MOST_ENTRIES = 200_000;
  private static final long LONGEST_HEAD = 64L << 20;

  private Archive() {}

  /** Takes objects. */
  @FunctionalInterface
  interface Visitor<E extends Exception> {
    /** Takes one, with the name of its entry. */
    void take(String entry, DataSet head) throws E, InterruptedException;
  }

  /** Whether a file begins as an archive does. */
  static boolean is(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
    }
  }

  /**
   * Visits the objects in an archive, whatever is wrong with the other entries.
   *
   * @throws ZipException when it is none, is damaged, or has too many entries
   */
  static <E extends Exception> void visit(Path file, Visitor<E> visitor)
      throws E, IOException, InterruptedException {
    Optional<IOException> fault = Optional.empty();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new ZipException("more than " + MOST_ENTRIES + " entries");
      }
      for (Iterator<? extends ZipEntry> each = zip.entries().asIterator(); each.hasNext(); ) {
        ZipEntry entry = each.next();
        Optional<DataSet> head = Optional.empty();
        try (InputStream in = new Bounded(zip.getInputStream(entry))) {
          head = entry.isDirectory() ? Optional.empty() : Heads.read(in);
        } catch (IOException e) {
          fault = Optional.of(e);
        }
        if (head.isPresent()) {
          visitor.take(entry.getName(), head.get());
        }
      }
    } catch (IllegalArgumentException badName) {
      throw new ZipException("a name of an entry that is no UTF-8");
    }
    if (fault.isPresent()) {
      throw fault.get();
    }
  }

  /** Ends where a head is too long for one. */
  private static final class Bounded extends FilterInputStream {
    private long left = LONGEST_HEAD;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      if (left == 0) {
        throw new ZipException("an entry whose attributes do not end");
      }
      int read = in.read(into, offset, (int) Math.min(count, left));
      left -= Math.max(0, read);
      return read;
    }
  }
}
