package org.lucina.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret is made once, is the same for all, and its owner's alone. */
class SecretFileTest {
  private static final int READERS = 16;

  @TempDir private Path folder;

  @Test
  void allWhoReadItAtOnceGetTheSame() throws Exception {
    for (int round = 0; round < 20; round++) {
      Path file = folder.resolve("secret" + round);
      CyclicBarrier start = new CyclicBarrier(READERS);
      Callable<SecretFile> reader =
          () -> {
            start.await();
            return SecretFile.in(file);
          };
      ExecutorService threads = Executors.newFixedThreadPool(READERS);
      List<SecretFile> read = new ArrayList<>();
      for (Future<SecretFile> each : threads.invokeAll(Collections.nCopies(READERS, reader))) {
        read.add(each.get());
      }
      threads.shutdown();

      assertThat(read)
          .extracting(secret -> HexFormat.of().formatHex(secret.bytes()))
          .hasSize(READERS)
          .containsOnly(HexFormat.of().formatHex(Files.readAllBytes(file)));
      assertThat(read).filteredOn(SecretFile::made).hasSize(1);
    }
    assertThat(folder.toFile().list()).hasSize(20);
  }

  @Test
  void whatOthersCouldReadIsClosed() throws Exception {
    Path file = folder.resolve("secret");
    assertThat(SecretFile.in(file).closed()).isFalse();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(SecretFile.in(file).closed()).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aDamagedOneIsRefused() throws Exception {
    Path file = Files.write(folder.resolve("secret"), new byte[7]);

    assertThatThrownBy(() -> SecretFile.in(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has not 32 bytes");
  }
}
