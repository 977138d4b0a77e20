package org.lucina.web.dicomweb.search;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.json.DicomJson;
import org.lucina.dicom.xml.NativeXml;
import org.lucina.spi.http.MultipartWriter;
import org.lucina.web.dicomweb.DataSetForm;

/** Writes the matches of a search one after the other, as a JSON array or as XML parts. */
interface MatchWriter {

  /** Writes one match. */
  void write(DataSet match) throws IOException;

  /** Ends the array or body. */
  void finish() throws IOException;

  /** A writer of a form. */
  static MatchWriter of(DataSetForm form, OutputStream out, String boundary) throws IOException {
    return form == DataSetForm.XML ? new Xml(out, boundary) : new JsonArray(out);
  }

  /** Bulk data of a header has URIs relative to its instance, whose URI the match has. */
  private static DicomJson.BulkUris bulkUris(DataSet match) {
    String base = match.string(Tag.RetrieveURL).orElse("") + "/";
    return (path, element) ->
        element.value() instanceof BulkData bulk
            ? bulk.uri().map(relative -> base + relative)
            : Optional.empty();
  }

  /** A JSON array. */
  final class JsonArray implements MatchWriter {
    private final OutputStream out;
    private boolean begun;

    private JsonArray(OutputStream out) throws IOException {
      this.out = out;
      out.write('[');
    }

    @Override
    public void write(DataSet match) throws IOException {
      if (begun) {
        out.write(',');
      }
      begun = true;
      DicomJson.write(match, out, bulkUris(match));
    }

    @Override
    public void finish() throws IOException {
      out.write(']');
    }
  }

  /** Parts of Native DICOM Model documents. */
  final class Xml implements MatchWriter {
    private final MultipartWriter parts;

    private Xml(OutputStream out, String boundary) {
      this.parts = new MultipartWriter(out, boundary);
    }

    @Override
    public void write(DataSet match) throws IOException {
      OutputStream part = parts.part(Map.of("Content-Type", DataSetForm.XML.mediaType()));
      NativeXml.write(match, part, bulkUris(match));
    }

    @Override
    public void finish() throws IOException {
      parts.finish();
    }
  }
}
