package org.lucina.spi.dixel;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;

/**
 * A part of the DICOM information model with any of its views, each loaded when it is first asked
 * for and kept from then on ({@link View#FILE} and {@link View#FRAMES} keep only where the bytes
 * are). For one thread at a time.
 */
public final class Dixel {
  private final Reference reference;
  private final Map<View, IoSupplier<?>> loaders;
  private final IoSupplier<Stream<Dixel>> children;
  private final Map<View, Object> loaded = new EnumMap<>(View.class);

  private Dixel(Builder builder) {
    this.reference = builder.reference;
    this.loaders = new EnumMap<>(builder.loaders);
    this.children = builder.children;
  }

  /** Begins a dixel. */
  public static Builder of(Reference reference) {
    return new Builder(reference);
  }

  /** Begins a copy of this one, whose views can be replaced. */
  public Builder copy(Reference other) {
    Builder builder = new Builder(other);
    builder.loaders.putAll(loaders);
    builder.children = children;
    return builder;
  }

  /** What it is. */
  public Reference reference() {
    return reference;
  }

  /** Its level. */
  public DicomLevel level() {
    return reference.level();
  }

  /** The views that it has. */
  public Set<View> views() {
    return loaders.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(loaders.keySet()));
  }

  /** Attributes; none when it has no {@link View#TAGS}. Bulk values may stand by reference. */
  public DataSet tags() throws IOException {
    return this.<DataSet>load(View.TAGS).orElseGet(DataSet::new);
  }

  /** What the endpoint knows besides, by name; empty when it has no {@link View#METADATA}. */
  public Map<String, String> metadata() throws IOException {
    return this.<Map<String, String>>load(View.METADATA).orElseGet(Map::of);
  }

  /** The Part 10 file. */
  public Optional<Content> file() throws IOException {
    return load(View.FILE);
  }

  /** Its pixel data. */
  public Optional<Frames> frames() throws IOException {
    return load(View.FRAMES);
  }

  /** Text of the report. */
  public Optional<String> report() throws IOException {
    return load(View.REPORT);
  }

  /** What it belongs to, when its reference tells it. */
  public Optional<Reference> parent() {
    return level().above().flatMap(reference::at);
  }

  /** Its parts one level below, if the endpoint knows them; close the stream. */
  public Stream<Dixel> children() throws IOException {
    return children.get();
  }

  @Override
  public String toString() {
    return reference.toString();
  }

  @SuppressWarnings("unchecked") // the builder's methods put the right type for each view
  private <T> Optional<T> load(View view) throws IOException {
    if (!loaded.containsKey(view) && loaders.containsKey(view)) {
      loaded.put(view, loaders.get(view).get());
    }
    return Optional.ofNullable((T) loaded.get(view));
  }

  /** Collects what a dixel has. */
  public static final class Builder {
    private final Reference reference;
    private final Map<View, IoSupplier<?>> loaders = new EnumMap<>(View.class);
    private IoSupplier<Stream<Dixel>> children = Stream::empty;

    private Builder(Reference reference) {
      this.reference = reference;
    }

    /** Has these attributes. */
    public Builder tags(DataSet tags) {
      return tags(() -> tags);
    }

    /** Has attributes that are read when asked for. */
    public Builder tags(IoSupplier<DataSet> tags) {
      loaders.put(View.TAGS, tags);
      return this;
    }

    /** Has metadata. */
    public Builder metadata(Map<String, String> metadata) {
      Map<String, String> copy = Map.copyOf(metadata);
      loaders.put(View.METADATA, () -> copy);
      return this;
    }

    /** Has a Part 10 file. */
    public Builder file(Content file) {
      loaders.put(View.FILE, () -> file);
      return this;
    }

    /** Has pixel data, looked for when asked for. */
    public Builder frames(IoSupplier<Frames> frames) {
      loaders.put(View.FRAMES, frames);
      return this;
    }

    /** Has a report, fetched when asked for. */
    public Builder report(IoSupplier<String> report) {
      loaders.put(View.REPORT, report);
      return this;
    }

    /** Has parts one level below. */
    public Builder children(IoSupplier<Stream<Dixel>> parts) {
      this.children = parts;
      return this;
    }

    /** Has no longer a view. */
    public Builder without(View view) {
      loaders.remove(view);
      return this;
    }

    /** Makes it. */
    public Dixel build() {
      return new Dixel(this);
    }
  }
}
