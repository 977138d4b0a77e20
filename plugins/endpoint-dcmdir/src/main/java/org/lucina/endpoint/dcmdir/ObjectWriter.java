package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.lucina.spi.dixel.Content;

/** Writes files so that each is there whole, and for good, or not at all. */
final class ObjectWriter {
  /** Where files are that are not whole yet; searches pass it over. */
  static final String INCOMING = ".incoming";

  private final Path root;
  private final Path incoming;

  private ObjectWriter(Path root) {
    this.root = root;
    this.incoming = root.resolve(INCOMING);
  }

  /** Makes the directory, and removes what a crash has left of unfinished files. */
  static ObjectWriter in(Path root) throws IOException {
    ObjectWriter writer = new ObjectWriter(root);
    Files.createDirectories(writer.incoming);
    try (Stream<Path> left = Files.list(writer.incoming)) {
      for (Path file : left.toList()) {
        Files.deleteIfExists(file);
      }
    }
    return writer;
  }

  /** Copies content to a file of its own that is not found yet. */
  Path receive(Content content) throws IOException {
    Path file = incoming.resolve(UUID.randomUUID().toString());
    try (InputStream in = content.open();
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      in.transferTo(out);
      channel.force(true);
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Gives a received file its place; one that is there with the same bytes stays. */
  void settle(Path received, Path place) throws IOException {
    if (Files.isRegularFile(place) && Files.mismatch(received, place) < 0) {
      Files.delete(received);
      sync(place.getParent()); // the one before may have been killed ere it did
      return;
    }
    makeFolders(place.getParent());
    Files.move(
        received, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(place.getParent());
  }

  /** Removes a file, and the folders above it that become empty. */
  void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    Path folder = file.getParent();
    while (!folder.equals(root) && isEmpty(folder)) {
      Files.deleteIfExists(folder);
      folder = folder.getParent();
    }
    sync(folder);
  }

  private void makeFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      makeFolders(folder.getParent());
      Files.createDirectories(folder);
      sync(folder.getParent());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  /** Makes the entries of a folder durable, where the platform can. */
  private static void sync(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
