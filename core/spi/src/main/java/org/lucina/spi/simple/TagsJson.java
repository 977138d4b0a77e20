package org.lucina.spi.simple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;

/** Attributes as DICOM JSON (PS3.18 Annex F) without pixel data and bulk, and back. */
public final class TagsJson {
  private static final int PIXELS = 0x7FE0;

  private TagsJson() {}

  /** The JSON object of a data set, in one line. */
  public static String of(DataSet tags) throws IOException {
    DataSet kept = new DataSet();
    for (Element element : tags) {
      boolean inMemory = element.value() instanceof Bytes || element.value() instanceof Sequence;
      if (inMemory && element.tag() >>> 16 != PIXELS) {
        kept.put(element);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DicomJson.write(
        kept,
        out,
        (path, element) ->
            element.value() instanceof Bytes ? Optional.empty() : Optional.of("absent:" + path));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The data set of a JSON object. */
  public static DataSet read(String json) throws IOException {
    return DicomJson.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), ReadLimits.DEFAULT);
  }
}
