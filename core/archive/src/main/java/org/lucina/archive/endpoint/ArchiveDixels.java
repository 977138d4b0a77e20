package org.lucina.archive.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.archive.store.HeaderDecoder;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.TransferSyntax;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Frames;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException;

/** Makes dixels of what the index knows; all but their names is read when it is asked for. */
final class ArchiveDixels {
  private final ArchiveIndex index;
  private final ObjectReader reader;
  private final LevelTags levelTags;

  ArchiveDixels(ArchiveIndex index, ObjectReader reader, LevelTags levelTags) {
    this.index = index;
    this.reader = reader;
    this.levelTags = levelTags;
  }

  /** The first instance of a scope, if there is one. */
  Optional<InstanceRecord> first(InstanceScope scope) {
    List<InstanceRecord> found = new ArrayList<>();
    index.instances(
        scope,
        false,
        record -> {
          found.add(record);
          return false;
        });
    return found.stream().findFirst();
  }

  /** The parts of a scope at a level, in order, each by its first instance. */
  Map<Reference, InstanceRecord> parts(InstanceScope scope, DicomLevel level) {
    Map<Reference, InstanceRecord> parts = new LinkedHashMap<>();
    index.instances(
        scope,
        false,
        record -> {
          parts.putIfAbsent(reference(record, level), record);
          return true;
        });
    return parts;
  }

  private static Reference reference(InstanceRecord record, DicomLevel level) {
    return switch (level) {
      case STUDY -> Reference.study(record.study());
      case SERIES -> Reference.series(record.study(), record.series());
      case INSTANCE -> Reference.instance(record.study(), record.series(), record.sopInstance());
      case PATIENT -> throw new IllegalArgumentException("a patient is no part");
    };
  }

  /**
   * A dixel.
   *
   * @param first an instance of it
   */
  Dixel dixel(Reference reference, InstanceRecord first, Set<View> views) {
    if (reference.level() == DicomLevel.INSTANCE) {
      return instance(reference(first, DicomLevel.INSTANCE), first, views);
    }
    Reference named =
        reference.level() == DicomLevel.PATIENT ? reference : reference(first, reference.level());
    return Dixel.of(named)
        .tags(() -> levelTags.read(named.level(), first))
        .children(() -> children(named, views))
        .build();
  }

  private Stream<Dixel> children(Reference reference, Set<View> views) throws IOException {
    try {
      return parts(Scopes.of(reference), reference.level().below().orElseThrow())
          .entrySet()
          .stream()
          .map(part -> dixel(part.getKey(), part.getValue(), views));
    } catch (EndpointException e) {
      throw new IOException(e);
    }
  }

  private Dixel instance(Reference reference, InstanceRecord record, Set<View> views) {
    Dixel.Builder dixel =
        Dixel.of(reference)
            .tags(() -> header(record))
            .file(Content.of(OptionalLong.of(record.length()), () -> reader.openFile(record)));
    if (views.contains(View.METADATA)) {
      dixel.metadata(metadata(record));
    }
    if (views.contains(View.FRAMES)) {
      framesOf(record).ifPresent(frames -> dixel.frames(() -> frames));
    }
    return dixel.build();
  }

  private DataSet header(InstanceRecord record) throws IOException {
    List<byte[]> headers = new ArrayList<>();
    index.headers(
        InstanceScope.ofInstance(record.study(), record.series(), record.sopInstance()),
        false,
        (same, header) -> {
          headers.add(header);
          return false;
        });
    if (headers.isEmpty()) {
      throw new IOException("object " + record.sopInstance() + " was deleted meanwhile");
    }
    return HeaderDecoder.decode(headers.get(0));
  }

  private Map<String, String> metadata(InstanceRecord record) {
    Map<String, String> metadata = new HashMap<>();
    metadata.put("sha256", record.sha256());
    metadata.put("received", record.received().toString());
    metadata.put("sop-class", record.sopClass());
    metadata.put("transfer-syntax", record.transferSyntax());
    metadata.put("file-length", Long.toString(record.length()));
    metadata.put("storage", record.storage());
    index
        .origin(record.sopInstance())
        .ifPresent(
            origin -> {
              metadata.put("source", origin.source());
              if (origin.deidentified()) {
                metadata.put(Anonymized.MARK, "true");
              }
            });
    return metadata;
  }

  private Optional<Frames> framesOf(InstanceRecord record) {
    try {
      int count = reader.frames(record);
      return count == 0 ? Optional.empty() : Optional.of(new StoredFrames(record, count));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Frames of a stored object. */
  private final class StoredFrames implements Frames {
    private final InstanceRecord record;
    private final int count;

    private StoredFrames(InstanceRecord record, int count) {
      this.record = record;
      this.count = count;
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public String transferSyntax() {
      TransferSyntax stored = TransferSyntax.of(record.transferSyntax());
      return stored.encapsulated() ? stored.uid() : TransferSyntax.EXPLICIT_LE.uid();
    }

    @Override
    public InputStream open(int number) throws IOException {
      return reader.openFrame(record, number);
    }
  }
}
