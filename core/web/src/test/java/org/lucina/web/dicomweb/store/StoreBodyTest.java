package org.lucina.web.dicomweb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreException.Reason;
import org.lucina.archive.store.StoreOutcome;
import org.lucina.archive.store.StoreRequest;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.http.MalformedMultipartException;
import org.lucina.spi.http.MediaRange;
import org.lucina.spi.http.MultipartWriter;
import org.lucina.web.dicomweb.ServiceUri;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

class StoreBodyTest {
  private static final String DICOM = "multipart/related; type=\"application/dicom\"; boundary=b";
  private static final String JSON =
      "multipart/related; type=\"application/dicom+json\"; boundary=b";

  private final Received store = new Received();
  private final StoreReport report = new StoreReport(new ServiceUri("http://h"));

  @Test
  void storesASingleFile() throws IOException {
    read("application/dicom", "abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(store.texts()).containsExactly("abc");
  }

  @Test
  void storesEveryPart() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    MultipartWriter writer = new MultipartWriter(body, "b");
    writer.part(Map.of("Content-Type", "application/dicom")).write('x');
    writer.part(Map.of()).write('y');
    writer.finish();
    read(DICOM, body.toByteArray());
    assertThat(store.texts()).containsExactly("x", "y");
    assertThat(report.status()).isEqualTo(200);
  }

  @Test
  void goesOnAfterARefusedPart() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    MultipartWriter writer = new MultipartWriter(body, "b");
    writer.part(Map.of()).write("refuse".getBytes(StandardCharsets.US_ASCII));
    writer.part(Map.of("Content-Type", "text/plain")).write('t');
    writer.part(Map.of()).write('y');
    writer.finish();
    read(DICOM, body.toByteArray());
    assertThat(store.texts()).containsExactly("y");
    assertThat(report.failures()).isEqualTo(2);
    assertThat(report.status()).isEqualTo(202);
  }

  @Test
  void tellsBrokenFramingFromRefusedObjects() {
    byte[] body = "--b\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> read(DICOM, body)).isInstanceOf(MalformedMultipartException.class);
    assertThat(report.isEmpty()).isTrue();
  }

  @Test
  void refusesOtherMediaTypes() {
    for (String type :
        List.of(
            "application/zip",
            "multipart/related; type=\"image/jpeg\"; boundary=b",
            "multipart/form-data; boundary=b")) {
      assertThatThrownBy(() -> read(type, new byte[0]))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.fault()).isEqualTo(Fault.UNSUPPORTED_MEDIA_TYPE));
    }
  }

  @Test
  void joinsMetadataAndBulk() throws IOException {
    read(JSON, metadataAndBulk("http://x/1", "application/octet-stream", new byte[] {1, 2, 3}));
    DataSet stored = store.dataSet(0);
    assertThat(stored.string(Tag.SOPInstanceUID)).contains("1.5");
    assertThat(stored.bytes(Tag.PixelData).orElseThrow().toArray()).containsExactly(1, 2, 3, 0);
    assertThat(store.syntax(0)).isEqualTo(UID.ExplicitVRLittleEndian);
  }

  @Test
  void encapsulatesCompressedPixelData() throws IOException {
    read(JSON, metadataAndBulk("http://x/1", "image/jls", new byte[] {1, 2, 3}));
    Element pixels = store.dataSet(0).get(Tag.PixelData).orElseThrow();
    assertThat(pixels.value()).isInstanceOf(Fragments.class);
    assertThat(((Fragments) pixels.value()).fragments()).hasSize(1);
    assertThat(store.syntax(0)).isEqualTo(UID.JPEGLSLossless);
  }

  @Test
  void neverOpensWhatABulkUriNames() throws IOException {
    read(JSON, metadataAndBulk("http://x/other", "application/octet-stream", new byte[4]));
    assertThat(store.objects).isEmpty();
    assertThat(report.failures()).isEqualTo(1);
    assertThat(report.failedInstances()).containsExactly("1.5");
  }

  private byte[] metadataAndBulk(String location, String type, byte[] bulk) throws IOException {
    String json =
        "[{\"00080016\":{\"vr\":\"UI\",\"Value\":[\"1.4\"]},"
            + "\"00080018\":{\"vr\":\"UI\",\"Value\":[\"1.5\"]},"
            + "\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"http://x/1\"}}]";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    MultipartWriter writer = new MultipartWriter(body, "b");
    writer
        .part(Map.of("Content-Type", "application/dicom+json"))
        .write(json.getBytes(StandardCharsets.UTF_8));
    writer.part(Map.of("Content-Type", type, "Content-Location", location)).write(bulk);
    writer.finish();
    return body.toByteArray();
  }

  private void read(String contentType, byte[] body) throws IOException {
    MediaRange type = MediaRange.parse(contentType);
    Requestor requestor =
        new Requestor("u", Requestor.Protocol.DICOMWEB, "127.0.0.1", Optional.empty(), false);
    Intake intake = new Intake(store, requestor, Optional.empty(), report, Runnable::run);
    try {
      StoreBody.of(type).read(new ByteArrayInputStream(body), type, intake);
    } finally {
      intake.finish();
    }
  }

  /** Keeps what it is given; refuses what begins with "refuse". */
  private static final class Received implements ObjectStore {
    private final List<byte[]> objects = new ArrayList<>();

    @Override
    public StoreOutcome store(StoreRequest request, InputStream data)
        throws StoreException, IOException {
      byte[] bytes = data.readNBytes(6);
      if (new String(bytes, StandardCharsets.US_ASCII).equals("refuse")) {
        throw new StoreException(Reason.MALFORMED, "refused");
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.write(bytes);
      data.transferTo(all);
      objects.add(all.toByteArray());
      return new StoreOutcome(StoreOutcome.Kind.STORED, "1.4", "1." + objects.size(), "9", "8");
    }

    private List<String> texts() {
      return objects.stream().map(bytes -> new String(bytes, StandardCharsets.US_ASCII)).toList();
    }

    private DataSet dataSet(int index) throws IOException {
      try (DicomReader reader = open(index)) {
        return reader.readDataSet();
      }
    }

    private String syntax(int index) throws IOException {
      try (DicomReader reader = open(index)) {
        return reader.transferSyntax().uid();
      }
    }

    private DicomReader open(int index) throws IOException {
      return DicomReader.of(
          new ByteArrayInputStream(objects.get(index)), DicomReader.Options.IN_MEMORY);
    }
  }
}
