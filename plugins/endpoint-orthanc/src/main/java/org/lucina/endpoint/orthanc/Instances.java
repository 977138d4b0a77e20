package org.lucina.endpoint.orthanc;

import jakarta.json.JsonArray;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Frames;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;

/** Files and frames of instances, read when they are asked for. */
final class Instances {
  /** Extended Offset Table (7FE0,0001) and pixel data itself are not needed. */
  private static final int PIXELS = 0x7FE00001;

  private static final DicomReader.Options HEADER =
      new DicomReader.Options(ReadLimits.DEFAULT, 4096, Optional.of(PIXELS));

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
        DicomReader reader = DicomReader.of(in, HEADER)) {
      return reader.readDataSet();
    }
  }

  /** The frames, as they are encoded in the file. */
  Frames frames(String id) throws IOException {
    try {
      JsonArray numbers = api.array(HttpCall.get(path(id) + "/frames"));
      String syntax = api.text(HttpCall.get(path(id) + "/metadata/TransferSyntax")).strip();
      if (syntax.equals(UID.ExplicitVRBigEndian)) {
        throw new IOException("Orthanc does not turn frames of big endian into little endian");
      }
      return new RemoteFrames(id, numbers.size(), syntax);
    } catch (EndpointException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static String path(String id) {
    return Levels.path(DicomLevel.INSTANCE, id);
  }

  private InputStream open(String path) throws IOException {
    try {
      HttpAnswer answer = api.send(HttpCall.get(path));
      return new FilterInputStream(answer.body()) {
        @Override
        public void close() throws IOException {
          answer.close();
        }
      };
    } catch (EndpointException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private final class RemoteFrames implements Frames {
    private final String id;
    private final int count;
    private final String syntax;

    private RemoteFrames(String id, int count, String syntax) {
      this.id = id;
      this.count = count;
      this.syntax = syntax;
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public String transferSyntax() {
      return syntax;
    }

    @Override
    public InputStream open(int number) throws IOException {
      return Instances.this.open(path(id) + "/frames/" + (number - 1) + "/raw");
    }
  }
}
