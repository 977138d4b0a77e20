package org.lucina.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerStopperTest {

  @Test
  void returnsWhenTheProcessHasEnded() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path forever = Path.of("src", "test", "programs", "Forever.java");
    Process process = new ProcessBuilder(java.toString(), forever.toString()).start();

    new ServerStopper(process).run();

    assertThat(process.isAlive()).isFalse();
  }
}
