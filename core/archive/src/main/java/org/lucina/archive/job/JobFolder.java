package org.lucina.archive.job;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.archive.report.DurableFile;

/** What a job remembers over restarts: a folder of its own. */
final class JobFolder {
  private static final String JOB = "job.json";

  private final Path path;

  private JobFolder(Path path) {
    this.path = path;
  }

  /** A new one, with what the job is. */
  static JobFolder create(Path jobs, String id, JsonObject job) throws IOException {
    JobFolder folder = new JobFolder(Files.createDirectories(jobs.resolve(id)));
    DurableFile.write(folder.path.resolve(JOB), job.toString());
    return folder;
  }

  /** All that there are. */
  static List<JobFolder> all(Path jobs) throws IOException {
    if (!Files.isDirectory(jobs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(jobs)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(JOB)))
          .sorted()
          .map(JobFolder::new)
          .toList();
    }
  }

  String id() {
    return path.getFileName().toString();
  }

  Path path() {
    return path;
  }

  /** Its files whose names begin so, in order. */
  List<Path> files(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  JsonObject job() throws IOException {
    return read(JOB).orElseThrow(() -> new IOException("job " + id() + " has no definition"));
  }

  Optional<JsonObject> read(String name) throws IOException {
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
      return Optional.of(reader.readObject());
    } catch (jakarta.json.JsonException e) {
      throw new IOException(file.getFileName() + " of job " + id() + " is damaged", e);
    }
  }

  void write(String name, JsonObject json) throws IOException {
    DurableFile.write(path.resolve(name), json.toString());
  }

  /** Removes it; what the job is goes first, so that nothing half-removed is a job. */
  void remove() throws IOException {
    Files.deleteIfExists(path.resolve(JOB));
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(path);
  }
}
