package org.lucina.bench.peer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

@EnabledOnOs(LINUX)
class ProcessTreeTest {
  @Test
  void processesThatEndWhileTheyAreReadCountNothing() throws IOException {
    // Starts a process after the other, each of which ends at once.
    Process shell = new ProcessBuilder("sh", "-c", "while :; do /bin/true; done").start();
    ProcessTree tree = new ProcessTree(shell.toHandle());
    try {
      assertThatCode(
              () -> {
                for (int reading = 0; reading < 1_000; reading++) {
                  tree.usage();
                }
              })
          .doesNotThrowAnyException();
    } finally {
      tree.kill();
    }
  }
}
