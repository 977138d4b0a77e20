package org.lucina.dicom.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;

/** What fuzz tests of JSON and XML have in common. */
final class Models {
  /** For what was read once: text may be longer in the other form. */
  static final ReadLimits WIDER = new ReadLimits(32, 100_000, 8 << 20, 64 << 20);

  /** Bulk data keeps its URI. */
  static final DicomJson.BulkUris URIS =
      (path, element) ->
          element.value() instanceof Bytes
              ? Optional.empty()
              : element.value() instanceof BulkData bulk ? bulk.uri() : Optional.of("uri/" + path);

  private Models() {}

  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  static byte[] written(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** The data sets of those files that can be read. */
  static Stream<DataSet> of(Stream<byte[]> files) {
    return files.map(Models::read).flatMap(Optional::stream);
  }

  private static Optional<DataSet> read(byte[] file) {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      return Optional.of(reader.readDataSet());
    } catch (DicomFormatException malformed) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
