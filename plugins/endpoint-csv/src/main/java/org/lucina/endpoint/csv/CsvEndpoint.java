package org.lucina.endpoint.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.endpoint.Parts;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;
import org.lucina.spi.table.Columns;
import org.lucina.spi.table.CsvRow;

/** Dixels of one level as rows of a file. */
final class CsvEndpoint implements Endpoint {
  private final Path path;
  private final CsvFile file;
  private final Choice choice;
  private final Capabilities capabilities;

  CsvEndpoint(Path path, CsvFile file, Choice choice) {
    this.path = path;
    this.file = file;
    this.choice = choice;
    DicomLevel level = choice.level();
    this.capabilities =
        Capabilities.none()
            .puts(Parts.takenAt(level))
            .gets(Set.of(level), Set.of(View.TAGS))
            .finds(choice.listed().map(Columns::queries).orElseGet(this::anyColumn))
            .and(Operation.EXISTS, Operation.DELETE);
  }

  /** Sequences become no columns of themselves. */
  private QuerySupport anyColumn() {
    return new QuerySupport(
        Set.of(choice.level()),
        Optional.empty(),
        EnumSet.complementOf(EnumSet.of(Matching.SEQUENCE)),
        false,
        true,
        ConfigSpec.none());
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public String check() throws EndpointException {
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      throw new EndpointException(
          Reason.UNAVAILABLE, "file " + path + " is not there to be read and written");
    }
    try {
      return "file " + path + " can be read and written, and has " + file.size() + " rows";
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    Parts.each(dixel, choice.level(), this::putRow);
    return dixel.reference();
  }

  private void putRow(Dixel dixel) throws EndpointException {
    DataSet tags = Parts.tags(dixel);
    String identifier =
        Columns.key(choice.level())
            .text(tags)
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElseThrow(
                () -> new EndpointException(Reason.REFUSED, dixel + " comes without identifier"));
    change(Change.put(identifier, tags));
  }

  private void change(Change change) throws EndpointException {
    try {
      file.change(change);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!capabilities.views().containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "of the views " + views + " only tags can be given here");
    }
    CsvFile.Found found =
        row(reference)
            .orElseThrow(
                () -> new EndpointException(Reason.NOT_FOUND, reference + " is not in " + path));
    DataSet tags = found.header().tags(found.row());
    return Dixel.of(Reference.of(choice.level(), tags).orElse(reference)).tags(tags).build();
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return row(reference).isPresent();
  }

  @Override
  public void delete(Reference reference) throws EndpointException {
    change(Change.remove(identifier(reference)));
  }

  private Optional<CsvFile.Found> row(Reference reference) throws EndpointException {
    try {
      return file.find(identifier(reference));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private String identifier(Reference reference) throws EndpointException {
    if (reference.level() != choice.level()) {
      throw new EndpointException(
          Reason.UNSUPPORTED,
          "level " + choice.level().name().toLowerCase(Locale.ROOT) + " alone is kept here");
    }
    return reference
        .identifier()
        .orElseThrow(
            () -> new EndpointException(Reason.UNSUPPORTED, "rows have no keys of their own"));
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    if (choice.listed().isPresent()) {
      choice.listed().get().check(query);
    } else {
      capabilities.queries().check(query);
    }
    try (CsvFile.Rows rows = file.rows()) {
      Matches matches = new Matches(query, sink);
      for (Optional<CsvRow> row = rows.reader().next();
          row.isPresent();
          row = rows.reader().next()) {
        DataSet tags = rows.header().tags(row.get());
        Optional<Reference> found = Reference.of(choice.level(), tags);
        if (found.isPresent() && !matches.offer(found.get(), tags)) {
          return;
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private EndpointException failed(IOException e) {
    return new EndpointException(Reason.FAILED, "file " + path + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
