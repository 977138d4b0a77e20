package org.lucina.archive.retrieve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.store.StorageChoice;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.dicom.io.SyntaxConverter;

/** The {@link ObjectReader}: streams from the storages, finds frames by the index. */
public final class StorageObjectReader implements ObjectReader {
  private static final Set<String> NATIVE =
      Set.of(
          UID.ImplicitVRLittleEndian,
          UID.ExplicitVRLittleEndian,
          UID.ExplicitVRBigEndian,
          UID.DeflatedExplicitVRLittleEndian);

  private final StorageChoice storages;
  private final ArchiveIndex index;

  /** Reads from the storages. */
  public StorageObjectReader(StorageChoice storages, ArchiveIndex index) {
    this.storages = storages;
    this.index = index;
  }

  @Override
  public Optional<String> outgoingSyntax(InstanceRecord object, Set<String> acceptable) {
    String stored = object.transferSyntax();
    if (acceptable.contains(stored)) {
      return Optional.of(stored);
    }
    if (!NATIVE.contains(stored)) {
      return Optional.empty();
    }
    return java.util.stream.Stream.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian)
        .filter(acceptable::contains)
        .findFirst();
  }

  @Override
  public void writeDataSet(InstanceRecord object, String transferSyntax, OutputStream out)
      throws IOException {
    try (StoredFile file = open(object)) {
      if (transferSyntax.equals(object.transferSyntax())) {
        file.copyFrom(object.dataSetOffset(), out);
      } else {
        convert(file, checked(object, transferSyntax), out);
      }
    }
  }

  @Override
  public void writeFile(InstanceRecord object, String transferSyntax, OutputStream out)
      throws IOException {
    try (StoredFile file = open(object)) {
      if (transferSyntax.equals(object.transferSyntax())) {
        file.copyFrom(0, out);
      } else {
        TransferSyntax target = checked(object, transferSyntax);
        DicomWriter.of(out)
            .writeFileMeta(
                DicomWriter.fileMeta(object.sopClass(), object.sopInstance(), target.uid()));
        convert(file, target, out);
      }
    }
  }

  @Override
  public InputStream openFile(InstanceRecord object) throws IOException {
    return Channels.newInputStream(storages.named(object.storage()).open(object.location()));
  }

  @Override
  public InputStream openFrame(InstanceRecord object, int frame) throws IOException {
    FrameIndex frames = frameIndex(object, frame);
    StoredFile file = open(object);
    try {
      Optional<List<ByteRange>> ranges = FrameRanges.of(frames, frame - 1);
      if (ranges.isPresent()) {
        return new RangesInput(file, ranges.get());
      }
      ByteArrayOutputStream moved = new ByteArrayOutputStream();
      FrameWriter.write(file, frames, frame - 1, moved);
      file.close();
      return new ByteArrayInputStream(moved.toByteArray());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public int frames(InstanceRecord object) {
    return frameIndex(object).map(FrameIndex::frames).orElse(0);
  }

  @Override
  public void writeFrame(InstanceRecord object, int frame, OutputStream out) throws IOException {
    FrameIndex frames = frameIndex(object, frame);
    try (StoredFile file = open(object)) {
      FrameWriter.write(file, frames, frame - 1, out);
    }
  }

  @Override
  public OptionalLong bulkDataLength(InstanceRecord object, String path) throws IOException {
    try (StoredFile file = open(object)) {
      return BulkValue.find(file, frameIndex(object), path)
          .map(value -> OptionalLong.of(value.length()))
          .orElse(OptionalLong.empty());
    }
  }

  @Override
  public boolean writeBulkData(
      InstanceRecord object, String path, long offset, long length, OutputStream out)
      throws IOException {
    try (StoredFile file = open(object)) {
      Optional<BulkValue> value = BulkValue.find(file, frameIndex(object), path);
      if (value.isPresent()) {
        value.get().write(file, offset, length, out);
      }
      return value.isPresent();
    }
  }

  private static void convert(StoredFile file, TransferSyntax target, OutputStream out)
      throws IOException {
    try (DicomReader reader =
        DicomReader.ofDataSet(file.dataSet(), file.syntax(), DicomReader.Options.BY_REFERENCE)) {
      SyntaxConverter.convert(reader, target, out);
    }
  }

  private static TransferSyntax checked(InstanceRecord object, String transferSyntax)
      throws IOException {
    if (!NATIVE.contains(object.transferSyntax()) || !NATIVE.contains(transferSyntax)) {
      throw new IOException(
          "object "
              + object.sopInstance()
              + " in "
              + object.transferSyntax()
              + " is not converted to "
              + transferSyntax);
    }
    return TransferSyntax.of(transferSyntax);
  }

  private FrameIndex frameIndex(InstanceRecord object, int frame) throws IOException {
    return frameIndex(object)
        .filter(known -> frame >= 1 && frame <= known.frames())
        .orElseThrow(
            () ->
                new FileNotFoundException(
                    "object " + object.sopInstance() + " has no frame " + frame));
  }

  private StoredFile open(InstanceRecord object) throws IOException {
    return new StoredFile(storages.named(object.storage()).open(object.location()), object);
  }

  private Optional<FrameIndex> frameIndex(InstanceRecord object) {
    return index
        .frameIndex(object.sopInstance())
        .filter(encoded -> encoded.length > 0)
        .map(FrameIndex::decode);
  }
}
