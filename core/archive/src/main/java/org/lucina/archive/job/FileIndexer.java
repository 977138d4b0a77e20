package org.lucina.archive.job;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.server.LucinaServer;

/** Puts the objects in the files below a folder to an endpoint, in the order of their paths. */
final class FileIndexer implements JobRun {
  private static final String CHECKPOINT = "checkpoint.json";
  private static final String REACHED = "reached";
  private static final long CHECKPOINT_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final IndexDefinition definition;
  private final LucinaServer server;
  private final Patience patience;

  FileIndexer(IndexDefinition definition, LucinaServer server, Patience patience) {
    this.definition = definition;
    this.server = server;
    this.patience = patience;
  }

  @Override
  public void run(JobFolder folder, JobProgress progress, Stop stop)
      throws IOException, JobException, InterruptedException {
    if (!Files.isDirectory(definition.folder())) {
      throw new JobException(
          JobException.Reason.CONFLICT, "there is no folder " + definition.folder());
    }
    Optional<JsonObject> checkpoint = folder.read(CHECKPOINT);
    checkpoint.map(json -> json.getJsonObject("counts")).ifPresent(progress::restore);
    SortedFiles files =
        new SortedFiles(
            definition.folder(),
            checkpoint.map(json -> json.getString(REACHED, "")).filter(path -> !path.isEmpty()));
    long saved = System.nanoTime();
    Optional<Path> file = files.next();
    while (file.isPresent() && !stop.isWished()) {
      if (!index(file.get(), folder.id(), progress, stop)) {
        return;
      }
      if (System.nanoTime() - saved > CHECKPOINT_NANOS) {
        save(folder, progress, files.relative(file.get()));
        saved = System.nanoTime();
      }
      Optional<Path> next = files.next();
      if (next.isEmpty() || stop.isWished()) {
        save(folder, progress, files.relative(file.get()));
      }
      file = next;
    }
    if (file.isEmpty() && !stop.isWished()) {
      // All was seen: started again, it tries again what failed.
      folder.write(CHECKPOINT, JsonObject.EMPTY_JSON_OBJECT);
    }
    progress.set("unreadable-folders", files.unreadable());
  }

  private static void save(JobFolder folder, JobProgress progress, String reached)
      throws IOException {
    folder.write(
        CHECKPOINT,
        Json.createObjectBuilder().add(REACHED, reached).add("counts", progress.toJson()).build());
  }

  /** Returns false when the job is to end before the file is done. */
  private boolean index(Path file, String job, JobProgress progress, Stop stop)
      throws InterruptedException {
    progress.add("files", 1);
    Optional<DataSet> header;
    try {
      header = header(file);
    } catch (IOException e) {
      progress.add("failed", 1);
      ArchiveLog.LOG.jobFileFailed(job, e.getClass().getSimpleName());
      return true;
    }
    Optional<Reference> instance = header.flatMap(tags -> Reference.of(DicomLevel.INSTANCE, tags));
    if (instance.isEmpty() || instance.get().at(DicomLevel.STUDY).isEmpty()) {
      progress.add("other", 1);
      return true;
    }
    String collection = header.get().string(Tag.AccessionNumber).map(String::strip).orElse("");
    if (definition.collection().filter(wanted -> !wanted.equals(collection)).isPresent()) {
      progress.add("of-other-collections", 1);
      return true;
    }
    if (definition.dryRun()) {
      progress.add("found", 1);
      return true;
    }
    Dixel dixel =
        Dixel.of(instance.get())
            .tags(header.get())
            .metadata(Map.of("path", file.toString()))
            .file(Content.of(file))
            .build();
    return put(dixel, job, progress, stop);
  }

  private boolean put(Dixel dixel, String job, JobProgress progress, Stop stop)
      throws InterruptedException {
    Optional<Endpoint> endpoint =
        new JobParts(server, progress, stop).endpoint(definition.endpoint());
    if (endpoint.isEmpty()) {
      return false;
    }
    try {
      patience.attempt(stop, () -> endpoint.get().put(dixel));
      progress.add("put", 1);
      return true;
    } catch (EndpointException e) {
      if (stop.isWished() && e.isTransient()) {
        return false;
      }
      progress.add("failed", 1);
      ArchiveLog.LOG.jobFileFailed(job, dixel + ": " + e.getMessage());
      return true;
    } catch (RuntimeException e) {
      progress.add("failed", 1);
      ArchiveLog.LOG.jobFileFailed(job, dixel + ": " + e.getClass().getName());
      return true;
    }
  }

  /** The attributes of an object, empty when the file holds none. */
  private static Optional<DataSet> header(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        DicomReader reader = DicomReader.of(in, DicomReader.Options.BEFORE_PIXELS)) {
      return Optional.of(reader.readDataSet());
    } catch (DicomFormatException noObject) {
      return Optional.empty();
    }
  }
}
