package org.lucina.subsystem.runtime;

import java.nio.file.Path;
import org.lucina.spi.server.ArchiveSettings;

/** Makes a server without plugins, archive or history. */
final class BareServer {
  private BareServer() {}

  static RunningServer start() {
    return new RunningServer(
        new ArchiveSettings(
            "main",
            "LUCINA",
            ArchiveSettings.Duplicates.KEEP,
            false,
            ArchiveSettings.UnknownAes.NOWHERE,
            false,
            1),
        Path.of("target", "home"),
        NamedThreads.pool("test-"),
        NamedThreads.scheduled("test-task-", 1),
        ready -> {});
  }
}
