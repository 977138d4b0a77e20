package org.lucina.web.dicomweb.retrieve;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;
import org.lucina.dicom.xml.NativeXml;
import org.lucina.spi.http.MultipartWriter;
import org.lucina.web.dicomweb.DataSetForm;

/** Writes headers as the index keeps them, with absolute URIs of bulk data. Not thread-safe. */
abstract class HeaderWriter implements Closeable {
  private static final int BUFFER = 16 << 10;

  private final Inflater inflater = new Inflater(true);

  /** A writer of a form; closing frees memory. */
  static HeaderWriter of(DataSetForm form, OutputStream out, String boundary) throws IOException {
    return form == DataSetForm.XML ? new Xml(out, boundary) : new JsonArray(out);
  }

  /**
   * Writes one header.
   *
   * @param deflated DICOM JSON, deflated
   * @param instance URI of its instance
   */
  abstract void write(byte[] deflated, String instance) throws IOException;

  /** Ends the array or body. */
  abstract void finish() throws IOException;

  final Inflater freshInflater() {
    inflater.reset();
    return inflater;
  }

  @Override
  public void close() {
    inflater.end();
  }

  /** Copies the JSON text, without taking it apart. */
  private static final class JsonArray extends HeaderWriter {
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private boolean begun;

    private JsonArray(OutputStream out) throws IOException {
      this.out = out;
      out.write('[');
    }

    @Override
    void write(byte[] deflated, String instance) throws IOException {
      if (begun) {
        out.write(',');
      }
      begun = true;
      BulkUriInsertion text = new BulkUriInsertion(out, instance + "/");
      Inflater inflated = freshInflater();
      inflated.setInput(deflated);
      try {
        while (!inflated.finished()) {
          int length = inflated.inflate(buffer);
          if (length == 0 && !inflated.finished()) {
            throw new IOException("the header of " + instance + " is cut off");
          }
          text.write(buffer, 0, length);
        }
      } catch (DataFormatException e) {
        throw new IOException("the header of " + instance + " is damaged", e);
      }
    }

    @Override
    void finish() throws IOException {
      out.write(']');
    }
  }

  /** Turns the JSON model into the XML model. */
  private static final class Xml extends HeaderWriter {
    private final MultipartWriter parts;

    private Xml(OutputStream out, String boundary) {
      this.parts = new MultipartWriter(out, boundary);
    }

    @Override
    void write(byte[] deflated, String instance) throws IOException {
      InputStream json =
          new InflaterInputStream(new ByteArrayInputStream(deflated), freshInflater());
      DataSet header = DicomJson.read(json, ReadLimits.DEFAULT);
      OutputStream part = parts.part(Map.of("Content-Type", DataSetForm.XML.mediaType()));
      NativeXml.write(
          header,
          part,
          (path, element) ->
              element.value() instanceof BulkData bulk
                  ? bulk.uri().map(relative -> instance + "/" + relative)
                  : Optional.empty());
    }

    @Override
    void finish() throws IOException {
      parts.finish();
    }
  }
}
