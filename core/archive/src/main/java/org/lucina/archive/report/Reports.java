package org.lucina.archive.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The reports and key files of pipelines, each written by one for all that name it. */
public final class Reports {
  private final Path folder;
  private final Map<Path, RunReport> reports = new ConcurrentHashMap<>();
  private final Map<Path, KeyFile> keys = new ConcurrentHashMap<>();

  /**
   * Reports under a folder.
   *
   * @param folder where a pipeline has a folder unless another one is named
   */
  public Reports(Path folder) {
    this.folder = folder;
  }

  /** The folder of a pipeline that names none. */
  public Path folder(String pipeline) {
    return folder.resolve(fileName(pipeline));
  }

  /** The report of a step. */
  public RunReport report(Path into, String step) {
    String prefix = fileName(step);
    return reports.computeIfAbsent(
        into.resolve(prefix).normalize(), any -> new RunReport(into, prefix));
  }

  /** A key file, which is read when it is there already. */
  public KeyFile key(Path file) throws IOException {
    try {
      return keys.computeIfAbsent(
          file.normalize(),
          path -> {
            try {
              return new KeyFile(path);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Names of resources may have any characters. */
  private static String fileName(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return encoded.startsWith(".") ? "%2E" + encoded.substring(1) : encoded;
  }
}
