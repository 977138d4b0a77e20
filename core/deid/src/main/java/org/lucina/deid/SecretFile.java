package org.lucina.deid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.lucina.spi.storage.Folder;

/**
 * A file of 32 random bytes, made when it is first read, which its owner alone can read. Readers at
 * the same time, of other processes too, get the same.
 *
 * @param bytes the secret
 * @param made whether it was made now
 * @param closed whether others than its owner could read it until now
 */
public record SecretFile(byte[] bytes, boolean made, boolean closed) {
  /** Bytes of a secret. */
  public static final int LENGTH = 32;

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  /**
   * Reads the secret; makes it first, for good, when there is none.
   *
   * @param file in a folder that is there, on a file system that has links
   * @throws IOException also when it has another length
   */
  public static SecretFile in(Path file) throws IOException {
    boolean made = !Files.exists(file) && make(file);
    boolean closed = close(file);
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != LENGTH) {
      throw new IOException("the key " + file + " has not " + LENGTH + " bytes");
    }
    return new SecretFile(bytes, made, closed);
  }

  /** Under another name until it is whole and synced, so that half a secret is never read. */
  private static boolean make(Path file) throws IOException {
    byte[] bytes = new byte[LENGTH];
    new SecureRandom().nextBytes(bytes);
    Path unfinished = Files.createTempFile(file.getParent(), file.getFileName() + "-", ".new");
    try {
      close(unfinished);
      try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          out.write(left);
        }
        out.force(true);
      }
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException another) {
      return false; // made by somebody else at the same time: that one counts
    } finally {
      Files.deleteIfExists(unfinished);
    }
    Folder.sync(file.getParent());
    Folder.sync(file.getParent().toAbsolutePath().getParent());
    return true;
  }

  private static boolean close(Path file) throws IOException {
    boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
    if (!posix || Files.getPosixFilePermissions(file).equals(OWNER)) {
      return false;
    }
    Files.setPosixFilePermissions(file, OWNER);
    return true;
  }
}
