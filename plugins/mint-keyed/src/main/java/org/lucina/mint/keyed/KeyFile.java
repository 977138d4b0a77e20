package org.lucina.mint.keyed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.lucina.spi.storage.Folder;

/** The file of a random key of 32 bytes, which its owner alone can read. */
final class KeyFile {
  static final int LENGTH = 32;

  private static final String NAME = "key";
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private KeyFile() {}

  /** Reads the key in a folder; makes it first, for good, when there is none. */
  static byte[] readOrMake(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      make(file);
      KeyedLogger.LOG.made(file);
    }
    if (isPosix(folder) && !Files.getPosixFilePermissions(file).equals(OWNER)) {
      Files.setPosixFilePermissions(file, OWNER);
      KeyedLogger.LOG.closed(file);
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != LENGTH) {
      throw new IOException("the key " + file + " has not " + LENGTH + " bytes");
    }
    return key;
  }

  /** Under another name until it is whole and synced, so that half a key is never read. */
  private static void make(Path file) throws IOException {
    byte[] key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    Path next = file.resolveSibling(NAME + ".new");
    Files.deleteIfExists(next);
    FileAttribute<?>[] closed =
        isPosix(file.getParent())
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    try (FileChannel out =
        FileChannel.open(
            next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), closed)) {
      ByteBuffer bytes = ByteBuffer.wrap(key);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    Folder.sync(file.getParent());
    Folder.sync(file.getParent().toAbsolutePath().getParent());
  }

  private static boolean isPosix(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }
}
