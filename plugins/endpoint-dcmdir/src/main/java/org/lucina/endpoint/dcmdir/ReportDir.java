package org.lucina.endpoint.dcmdir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;

/** A directory of reports, one text file for each dixel that has one. */
final class ReportDir implements Endpoint {
  private static final Capabilities CAPABILITIES =
      Capabilities.none()
          .puts(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)
          .gets(Finder.LEVELS, EnumSet.of(View.REPORT))
          .and(Operation.EXISTS, Operation.DELETE);

  private final Path root;
  private final ObjectWriter writer;

  ReportDir(Path root, ObjectWriter writer) {
    this.root = root;
    this.writer = writer;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    return DcmDir.checkWritable(root);
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    try {
      byte[] text =
          dixel
              .report()
              .orElseThrow(
                  () -> new EndpointException(Reason.REFUSED, dixel + " comes without a report"))
              .getBytes(StandardCharsets.UTF_8);
      Path file = file(dixel.reference());
      Path received =
          writer.receive(
              Content.of(OptionalLong.of(text.length), () -> new ByteArrayInputStream(text)));
      try (Unfinished gone = new Unfinished(received)) {
        writer.settle(received, file);
      }
      return dixel.reference();
    } catch (IOException | UncheckedIOException e) {
      throw DcmDir.failed(root, e);
    }
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!CAPABILITIES.views().containsAll(views)) {
      throw new EndpointException(Reason.UNSUPPORTED, "only the report can be given here");
    }
    Path file = file(reference);
    if (!Files.exists(file)) {
      throw new EndpointException(Reason.NOT_FOUND, reference + " has no report in " + root);
    }
    return Dixel.of(reference).report(() -> Files.readString(file)).build();
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return Files.exists(file(reference));
  }

  @Override
  public void delete(Reference reference) throws EndpointException {
    try {
      writer.remove(file(reference));
    } catch (IOException e) {
      throw DcmDir.failed(root, e);
    }
  }

  private Path file(Reference reference) throws EndpointException {
    if (!Finder.LEVELS.contains(reference.level())) {
      throw new EndpointException(Reason.UNSUPPORTED, "patients are not kept here");
    }
    String name = reference.identifier().or(reference::key).orElseThrow();
    return root.resolve(FileName.of(name) + ".txt");
  }

  @Override
  public void close() {
    writer.close();
  }
}
