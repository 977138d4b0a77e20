package org.lucina.anonymizer.ps315.encrypt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;

/** A secret of this server from which keys of encrypted content follow, so that runs are alike. */
final class ContentSecret {
  private static final int LENGTH = 32;
  private static final String FILE = "content-secret";

  private ContentSecret() {}

  /** Reads it, or makes it where there is none. */
  static byte[] in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      make(file);
    }
    byte[] secret = Files.readAllBytes(file);
    if (secret.length != LENGTH) {
      throw new IOException(file + " is no secret of " + LENGTH + " bytes");
    }
    return secret;
  }

  private static void make(Path file) throws IOException {
    byte[] secret = new byte[LENGTH];
    new SecureRandom().nextBytes(secret);
    Path unfinished = Files.createTempFile(file.getParent(), FILE, ".new");
    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
    try (SeekableByteChannel out =
        Files.newByteChannel(
            unfinished, EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.SYNC))) {
      out.write(ByteBuffer.wrap(secret));
    }
    try {
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException another) {
      return; // made by another instance at the same time: that one counts
    } finally {
      Files.delete(unfinished);
    }
  }
}
