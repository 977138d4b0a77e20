package org.lucina.archive.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Method;
import org.lucina.spi.endpoint.Operation;

/** Serves instances that a test gives it, and keeps what it is given. */
final class RecordingEndpoint implements Endpoint {
  private final Map<String, DataSet> instances = new ConcurrentHashMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<Set<View>> gets = new CopyOnWriteArrayList<>();
  final List<Dixel> puts = new CopyOnWriteArrayList<>();
  final List<byte[]> contents = new CopyOnWriteArrayList<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile Fault fault = dixel -> {};
  private Capabilities capabilities =
      Capabilities.none()
          .puts(DicomLevel.INSTANCE)
          .gets(EnumSet.allOf(DicomLevel.class), EnumSet.of(View.TAGS, View.FILE))
          .and(Operation.DELETE)
          .methods(new Method("touch", "Touches", true, org.lucina.spi.ConfigSpec.none()));

  /** What goes wrong at a put. */
  interface Fault {
    void at(Dixel dixel) throws EndpointException, InterruptedException;
  }

  RecordingEndpoint taking(DicomLevel... levels) {
    capabilities = capabilities.puts(levels);
    return this;
  }

  void failing(Fault with) {
    fault = with;
  }

  RecordingEndpoint with(DataSet instance, byte[] file) {
    instances.put(instance.string(Tag.SOPInstanceUID).orElseThrow(), instance);
    files.put(instance.string(Tag.SOPInstanceUID).orElseThrow(), file);
    return this;
  }

  List<String> putInstances() {
    return puts.stream().map(dixel -> dixel.reference().instanceUid().orElse("")).toList();
  }

  List<Set<View>> gets() {
    return gets;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public String check() {
    return "well";
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    try {
      fault.at(dixel);
    } catch (InterruptedException e) {
      throw new EndpointException(Reason.UNAVAILABLE, "interrupted", e);
    }
    try {
      dixel.tags();
      if (dixel.file().isPresent()) {
        try (InputStream in = dixel.file().get().open()) {
          contents.add(in.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, "cannot be read", e);
    }
    puts.add(dixel);
    return dixel.reference();
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    gets.add(views);
    List<DataSet> found =
        instances.values().stream().filter(each -> isOf(each, reference)).toList();
    if (found.isEmpty()) {
      throw new EndpointException(Reason.NOT_FOUND, "there is none");
    }
    if (reference.level() != DicomLevel.INSTANCE) {
      return whole(reference, views);
    }
    Dixel.Builder dixel = Dixel.of(reference).tags(found.get(0));
    if (views.contains(View.FILE)) {
      byte[] file = files.get(reference.instanceUid().orElseThrow());
      dixel.file(
          Content.of(
              java.util.OptionalLong.of(file.length),
              () -> new java.io.ByteArrayInputStream(file)));
    }
    return dixel.build();
  }

  private Dixel whole(Reference reference, Set<View> views) {
    DicomLevel below = reference.level().below().orElseThrow();
    return Dixel.of(reference)
        .tags(new DataSet())
        .children(
            () ->
                parts(reference, below)
                    .map(
                        part -> {
                          try {
                            return get(part, views);
                          } catch (EndpointException e) {
                            throw new IllegalStateException(e);
                          }
                        }))
        .build();
  }

  private Stream<Reference> parts(Reference reference, DicomLevel level) {
    return instances.values().stream()
        .filter(each -> isOf(each, reference))
        .map(each -> Reference.of(level, each).orElseThrow())
        .distinct();
  }

  private static boolean isOf(DataSet instance, Reference reference) {
    return Reference.of(DicomLevel.INSTANCE, instance)
        .orElseThrow()
        .at(reference.level())
        .flatMap(Reference::identifier)
        .equals(reference.identifier());
  }

  @Override
  public void expand(Reference reference, DicomLevel level, ReferenceSink sink)
      throws EndpointException {
    for (Reference part : parts(reference, level).toList()) {
      sink.accept(part);
    }
  }

  @Override
  public void delete(Reference reference) {
    instances.values().removeIf(each -> isOf(each, reference));
    calls.add("delete " + reference);
  }

  @Override
  public String handle(Optional<Reference> reference, String method, Configuration arguments) {
    calls.add(method + " " + reference.map(Reference::toString).orElse(""));
    return "";
  }

  @Override
  public void close() {}
}
