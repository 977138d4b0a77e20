package org.lucina.web.dicomweb.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lucina.archive.store.StoreException;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;
import org.lucina.dicom.xml.NativeXml;
import org.lucina.spi.http.MediaRange;
import org.lucina.spi.http.MultipartPart;
import org.lucina.web.http.BoundedInput;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/**
 * Collects metadata, in memory, and bulk parts, in files, until all have come; then stores the
 * instances they make. Closing removes the files.
 */
final class MetadataBody implements Closeable {
  /** Bytes of metadata in one request at most. */
  private static final long MAX_METADATA = 64 << 20;

  private static final ReadLimits LIMITS = new ReadLimits(64, 1_000_000, 16 << 20, MAX_METADATA);

  private final List<DataSet> metadata = new ArrayList<>();
  private final BulkParts bulk = new BulkParts();
  private long left = MAX_METADATA;

  MetadataBody() throws IOException {}

  /** Takes a part; 400 when it is unreadable or has no location, 413 when there is too much. */
  void take(MultipartPart part) throws IOException {
    try (BoundedInput in = new BoundedInput(part.body(), left)) {
      switch (part.contentType().map(MediaRange::name).orElse("")) {
        case "application/dicom+json", "application/json" ->
            DicomJson.readAll(in, LIMITS, metadata::add);
        case "application/dicom+xml" -> metadata.add(NativeXml.read(in, LIMITS));
        default -> takeBulk(part);
      }
      left = in.left();
    } catch (DicomFormatException e) {
      throw new ProblemException(
          Fault.BAD_REQUEST, "The metadata cannot be read: " + e.getMessage(), e);
    }
  }

  private void takeBulk(MultipartPart part) throws IOException {
    if (!bulk.add(part)) {
      throw new ProblemException(
          Fault.BAD_MULTIPART, "A bulk part has neither Content-Location nor Content-ID.");
    }
  }

  /** Stores the instances, one after the other. */
  void store(Intake intake) throws IOException {
    ObjectAssembly assembly = new ObjectAssembly(bulk);
    for (DataSet dataSet : metadata) {
      Path file = bulk.newFile();
      try {
        assembly.write(dataSet, file);
        try (InputStream in = Files.newInputStream(file)) {
          intake.accept(in);
        }
      } catch (StoreException refusal) {
        intake.refuse(refusal);
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() {
    bulk.close();
  }
}
