package org.lucina.endpoint.dimse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseException;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;

/** Takes the C-STOREs of a retrieval, and no others: streams each object into a file. */
final class Intake implements DimseService {
  private static final int BUFFER = 1 << 16;

  private final Reference wanted;
  private final Delivery delivery;

  Intake(Reference wanted, Delivery delivery) {
    this.wanted = wanted;
    this.delivery = delivery;
  }

  @Override
  public void serve(Exchange exchange) throws IOException, DimseException {
    if (exchange.type() == DimseCommand.C_ECHO) {
      return;
    }
    if (exchange.type() != DimseCommand.C_STORE) {
      throw new DimseException(Status.UNRECOGNIZED_OPERATION, "only C-STORE is served here");
    }
    try {
      store(exchange);
    } catch (DimseException e) {
      DimseLogger.LOG.refused(
          exchange.association().remoteAeTitle(), String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private void store(Exchange exchange) throws IOException, DimseException {
    Path file = delivery.next();
    boolean taken = false;
    try {
      write(exchange, file);
      delivery.add(new Received(check(file), file));
      taken = true;
    } finally {
      if (!taken) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void write(Exchange exchange, Path file) throws IOException, DimseException {
    OutputStream out = create(file);
    try (Disk disk = new Disk(out)) {
      DataSet meta =
          DicomWriter.fileMeta(
                  required(exchange, Tag.AffectedSOPClassUID),
                  required(exchange, Tag.AffectedSOPInstanceUID),
                  exchange.context().transferSyntax())
              .set(Tag.SourceApplicationEntityTitle, VR.AE, exchange.association().remoteAeTitle());
      DicomWriter.of(disk).writeFileMeta(meta);
      exchange.data().transferTo(disk);
    } catch (Disk.Full e) {
      throw full(e);
    }
  }

  private static OutputStream create(Path file) throws DimseException {
    try {
      return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    } catch (IOException e) {
      throw full(e);
    }
  }

  private static DimseException full(IOException fault) {
    return new DimseException(
        Status.OUT_OF_RESOURCES, "the object cannot be written to a file", List.of(), fault);
  }

  private Reference check(Path file) throws IOException, DimseException {
    Optional<Reference> reference;
    try {
      reference =
          Reference.of(DicomLevel.INSTANCE, Headers.read(file, Headers.IDENTIFIERS))
              .filter(instance -> instance.at(DicomLevel.SERIES).isPresent())
              .filter(instance -> instance.at(DicomLevel.STUDY).isPresent());
    } catch (DicomFormatException e) {
      throw new DimseException(
          Status.CANNOT_UNDERSTAND, "the data set cannot be read", List.of(), e);
    }
    return reference
        .filter(this::isWanted)
        .orElseThrow(
            () -> new DimseException(Status.NOT_AUTHORIZED, "the object was not asked for"));
  }

  /** What else comes is late, or a stranger's. */
  private boolean isWanted(Reference instance) {
    return instance.at(wanted.level()).flatMap(Reference::identifier).equals(wanted.identifier());
  }

  private static String required(Exchange exchange, int tag) throws DimseException {
    return exchange
        .command()
        .string(tag)
        .orElseThrow(
            () -> new DimseException(Status.MISSING_ATTRIBUTE, "a UID of the object is missing"));
  }
}
