package org.lucina.bench.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs the observer that tells of what a file lists, from the tests of the SPI, as a plugin. */
final class ObserverPlugin {
  private static final String PACKAGE = "org/lucina/spi/testing/";

  private ObserverPlugin() {}

  /** Writes the JAR. */
  static void write(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("ListObserver.class", "ListObserverProvider.class")) {
        out.putNextEntry(new JarEntry(PACKAGE + name));
        Files.copy(classes.resolve(PACKAGE + name), out);
      }
      out.putNextEntry(new JarEntry("META-INF/services/org.lucina.spi.observer.ObserverProvider"));
      out.write(
          (PACKAGE.replace('/', '.') + "ListObserverProvider\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
