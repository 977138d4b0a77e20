package org.lucina.endpoint.orthanc;

import jakarta.json.JsonArray;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Frames;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Reading;
import org.lucina.spi.http.HttpCall;

/** Files and frames of instances, read when they are asked for. */
final class Instances {
  private final OrthancApi api;

  Instances(OrthancApi api) {
    this.api = api;
  }

  /** The Part 10 file. */
  Content file(String id) {
    return Content.of(OptionalLong.empty(), () -> open(path(id) + "/file"));
  }

  /** All attributes before the pixel data. */
  DataSet header(String id) throws IOException {
    try (InputStream in = new BufferedInputStream(open(path(id) + "/file"));
        DicomReader reader = DicomReader.of(in, DicomReader.Options.BEFORE_PIXELS)) {
      return reader.readDataSet();
    }
  }

  /** The frames, as they are encoded in the file. */
  Frames frames(String id) throws EndpointException, IOException {
    JsonArray numbers = api.array(HttpCall.get(path(id) + "/frames"));
    String syntax = api.text(HttpCall.get(path(id) + "/metadata/TransferSyntax")).strip();
    if (syntax.equals(UID.ExplicitVRBigEndian)) {
      throw new IOException("Orthanc does not turn frames of big endian into little endian");
    }
    return Frames.of(
        numbers.size(), syntax, number -> open(path(id) + "/frames/" + (number - 1) + "/raw"));
  }

  private static String path(String id) {
    return Levels.path(DicomLevel.INSTANCE, id);
  }

  private InputStream open(String path) throws IOException {
    return Reading.of(() -> api.send(HttpCall.get(path))).body();
  }
}
