package org.lucina.archive.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.store.Digests;
import org.lucina.archive.store.StorageChoice;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.server.StorageVerifier;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;

/** The {@link StorageVerifier}: reads objects whole and compares with what the index knows. */
public final class DigestVerifier implements StorageVerifier {
  private static final int BUFFER = 256 << 10;

  private final ArchiveIndex index;
  private final StorageChoice storages;

  /** Verifies what an index knows. */
  public DigestVerifier(ArchiveIndex index, StorageChoice storages) {
    this.index = index;
    this.storages = storages;
  }

  @Override
  public Report verify(String storageName, Optional<String> studyUid) throws IOException {
    Run run = new Run(storageName, storages.named(storageName));
    if (studyUid.isPresent()) {
      InstanceScope study = InstanceScope.ofStudy(studyUid.get());
      index.instances(study, false, run::verify);
    } else {
      index.instancesIn(storageName, run::verify);
    }
    int faults = run.missing.size() + run.damaged.size();
    ArchiveLog.LOG.verified(run.verified + faults, faults);
    return new Report(run.verified, run.missing, run.damaged);
  }

  private final class Run {
    private final String name;
    private final Storage storage;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final List<String> missing = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private long verified;

    Run(String name, Storage storage) {
      this.name = name;
      this.storage = storage;
    }

    boolean verify(InstanceRecord object) {
      if (!object.storage().equals(name)) {
        return true;
      }
      try {
        check(object);
        verified++;
      } catch (NoSuchFileException e) {
        if (MissingObjects.isKnown(index, object)) {
          fault(missing, object, "it is missing");
        }
      } catch (IOException e) {
        fault(damaged, object, String.valueOf(e.getMessage()));
      }
      return true;
    }

    private void check(InstanceRecord object) throws IOException {
      try (ObjectChannel file = storage.open(object.location())) {
        checkFileMeta(object, file);
        MessageDigest sha256 = Digests.sha256();
        file.position(object.dataSetOffset());
        while (file.read(buffer.clear()) >= 0) {
          sha256.update(buffer.flip());
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(object.sha256())) {
          throw new IOException("its SHA-256 differs");
        }
      }
    }

    private void checkFileMeta(InstanceRecord object, ObjectChannel file) throws IOException {
      InputStream in = Channels.newInputStream(file.position(0));
      DicomReader reader = DicomReader.of(in, DicomReader.Options.BY_REFERENCE);
      boolean same =
          reader.dataSetOffset() == object.dataSetOffset()
              && reader.transferSyntax().uid().equals(object.transferSyntax())
              && object
                  .sopInstance()
                  .equals(reader.fileMeta().string(Tag.MediaStorageSOPInstanceUID).orElse(""));
      if (!same) {
        throw new IOException("its File Meta Information differs");
      }
    }

    private void fault(List<String> faults, InstanceRecord object, String reason) {
      ArchiveLog.LOG.damaged(object.sopInstance(), object.location(), name, reason);
      faults.add(object.location());
    }
  }
}
