package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes a zip archive; equal objects in equal order make equal archives, byte for byte. */
final class ZipWriter implements AutoCloseable {
  /** The first moment that an archive can tell. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final FileChannel channel;
  private final ZipOutputStream zip;
  private final Map<String, Long> checksums = new HashMap<>();

  ZipWriter(Path file) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    this.zip = new ZipOutputStream(Channels.newOutputStream(channel));
  }

  boolean has(String name) {
    return checksums.containsKey(name);
  }

  boolean isEmpty() {
    return checksums.isEmpty();
  }

  /** Adds a file; returns false when there is another one of its name. */
  boolean add(String name, Path file) throws IOException {
    if (has(name)) {
      return checksums.get(name) == checksum(file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      write(name, in);
      return true;
    }
  }

  /** Adds the entries of another archive that have certain names. */
  void addAll(Path archive, Predicate<String> wanted) throws IOException {
    try (ZipFile other = new ZipFile(archive.toFile())) {
      for (Iterator<? extends ZipEntry> each = other.entries().asIterator(); each.hasNext(); ) {
        ZipEntry entry = each.next();
        if (!entry.isDirectory() && wanted.test(entry.getName()) && !has(entry.getName())) {
          if (entry.getSize() < 0) {
            throw new ZipException("an entry whose size is not known");
          }
          try (InputStream in = new BoundedInput(other.getInputStream(entry), entry.getSize())) {
            write(entry.getName(), in);
          }
        }
      }
    }
  }

  private void write(String name, InputStream in) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
    checked.transferTo(zip);
    zip.closeEntry();
    checksums.put(name, checked.getChecksum().getValue());
  }

  private static long checksum(Path file) throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.getChecksum().getValue();
    }
  }

  /** Ends the archive; when this returns it is durable under its present name. */
  void finish() throws IOException {
    zip.finish();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
