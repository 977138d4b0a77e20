package org.lucina.endpoint.dcmdir;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lucina.dicom.DataSet;
import org.lucina.spi.endpoint.EndpointException;

/**
 * Reads zip archives of strangers. Entries are never unpacked to files of their names, archives in
 * archives are not opened, and no entry inflates without bounds.
 */
final class ZipArchive {
  /** Bytes of an entry that a search reads at most. */
  static final long HEAD = 64L << 20;

  /** Entries of an archive at most. */
  static final int ENTRIES = 200_000;

  /** A byte inflates to this many at most, unless entries share bytes. */
  private static final long GREATEST_RATIO = 1032;

  private static final byte[] SIGNATURE = {'P', 'K', 3, 4};

  private ZipArchive() {}

  /** Whether a file begins as an archive does. */
  static boolean is(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
    }
  }

  /**
   * Visits the objects in an archive.
   *
   * @param most bytes that an object may inflate to
   * @return false when the visitor wants no more
   * @throws IOException when it cannot be read, or has too many entries or sizes that lie
   */
  static boolean visit(Path file, long most, ObjectFiles.Visitor visitor)
      throws EndpointException, IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > ENTRIES) {
        throw new ZipException("more than " + ENTRIES + " entries");
      }
      long left = Files.size(file) * GREATEST_RATIO;
      Optional<IOException> fault = Optional.empty();
      for (Iterator<? extends ZipEntry> each = zip.entries().asIterator(); each.hasNext(); ) {
        ZipEntry entry = each.next();
        if (entry.isDirectory() || entry.getSize() > most) {
          continue;
        }
        left -= Math.min(HEAD, entry.getSize());
        if (left < 0) {
          throw new ZipException("entries that share their bytes");
        }
        try {
          if (!visit(zip, entry, new Location.Zipped(file, entry.getName(), most), visitor)) {
            return false;
          }
        } catch (IOException e) {
          fault = Optional.of(e); // the other entries may be whole
        }
      }
      if (fault.isPresent()) {
        throw fault.get();
      }
      return true;
    } catch (IllegalArgumentException badName) {
      throw new ZipException("a name of an entry that is no UTF-8");
    }
  }

  private static boolean visit(
      ZipFile zip, ZipEntry entry, Location location, ObjectFiles.Visitor visitor)
      throws EndpointException, IOException {
    Optional<DataSet> header = Headers.read(() -> open(zip, entry, HEAD));
    return header.isEmpty() || visitor.visit(new ObjectFile(location, header.get()));
  }

  /**
   * Opens an entry; closing it closes the archive.
   *
   * @throws NoSuchFileException when there is none
   */
  static InputStream open(Path file, String name, long most) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw new NoSuchFileException(file.toString(), null, "no such entry in the archive");
      }
      return new FilterInputStream(open(zip, entry, most)) {
        @Override
        public void close() throws IOException {
          zip.close();
        }
      };
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** What is longer than it says breaks off, too. */
  private static InputStream open(ZipFile zip, ZipEntry entry, long most) throws IOException {
    return new BoundedInput(zip.getInputStream(entry), Math.min(most, entry.getSize()));
  }
}
