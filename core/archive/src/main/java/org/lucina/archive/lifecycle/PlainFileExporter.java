package org.lucina.archive.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.store.StorageChoice;
import org.lucina.spi.server.StorageExporter;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;

/** The {@link StorageExporter}: copies what the index knows, one object after the other. */
public final class PlainFileExporter implements StorageExporter {
  private final ArchiveIndex index;
  private final StorageChoice storages;

  /** Exports what an index knows. */
  public PlainFileExporter(ArchiveIndex index, StorageChoice storages) {
    this.index = index;
    this.storages = storages;
  }

  @Override
  public Report export(String storageName, Path folder, Optional<String> studyUid)
      throws IOException {
    if (!folder.isAbsolute()) {
      throw new IOException(folder + " is not absolute");
    }
    Run run = new Run(storageName, storages.named(storageName), folder.normalize());
    try {
      if (studyUid.isPresent()) {
        index.instances(InstanceScope.ofStudy(studyUid.get()), false, run::export);
      } else {
        index.instancesIn(storageName, run::export);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    ArchiveLog.LOG.exported(run.exported, storageName, folder, run.failed.size());
    return new Report(run.exported, run.existing, run.failed);
  }

  private static final class Run {
    private final String name;
    private final Storage storage;
    private final Path root;
    private final List<String> failed = new ArrayList<>();
    private long exported;
    private long existing;

    Run(String name, Storage storage, Path folder) throws IOException {
      this.name = name;
      this.storage = storage;
      this.root = Files.createDirectories(folder).toRealPath();
    }

    boolean export(InstanceRecord object) {
      if (!object.storage().equals(name)) {
        return true;
      }
      try (ObjectChannel source = storage.open(object.location())) {
        write(object, source);
      } catch (NoSuchFileException missing) {
        failed.add(object.location());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return true;
    }

    /** A full disk ends the export; an object that is not there does not. */
    private void write(InstanceRecord object, ObjectChannel source) throws IOException {
      Path folder = folder(object);
      Path file = folder.resolve(object.sopInstance() + ".dcm");
      try (FileChannel target =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        copy(source, target, file);
        exported++;
      } catch (FileAlreadyExistsException e) {
        existing++;
      }
    }

    private static void copy(ObjectChannel source, FileChannel target, Path file)
        throws IOException {
      try {
        long copied = source.transferTo(0, source.size(), target);
        if (copied < source.size()) {
          throw new IOException(file + " is cut short");
        }
      } catch (IOException e) {
        Files.delete(file);
        throw e;
      }
    }

    /** The folder of a series; a link that leads out of the exported tree is not followed. */
    private Path folder(InstanceRecord object) throws IOException {
      Path folder = root.resolve(object.study()).resolve(object.series());
      Path real = Files.createDirectories(folder).toRealPath();
      if (!real.equals(folder)) {
        throw new IOException(folder + " leads elsewhere");
      }
      return real;
    }
  }
}
