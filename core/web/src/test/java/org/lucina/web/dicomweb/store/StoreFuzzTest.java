package org.lucina.web.dicomweb.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreOutcome;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.http.MalformedMultipartException;
import org.lucina.spi.http.MediaRange;
import org.lucina.web.dicomweb.ServiceUri;
import org.lucina.web.problem.ProblemException;

/** Any bytes are taken as metadata with bulk parts, or refused as the client's fault. */
class StoreFuzzTest {
  private static final MediaRange TYPE =
      MediaRange.parse("multipart/related; type=\"application/dicom+json\"; boundary=b");

  /** Stores nothing, but reads what it is given, which has to be a file. */
  private static final ObjectStore STORE =
      (request, data) -> {
        try (DicomReader reader = DicomReader.of(data, DicomReader.Options.BY_REFERENCE)) {
          DataSet stored = reader.readDataSet();
          String instance = stored.string(Tag.SOPInstanceUID).orElse("");
          return new StoreOutcome(StoreOutcome.Kind.STORED, "1.4", instance, "9", "8");
        } catch (DicomFormatException broken) {
          throw new StoreException(StoreException.Reason.MALFORMED, broken.getMessage());
        }
      };

  static Stream<byte[]> seeds() {
    String ids =
        "{\"00080016\":{\"vr\":\"UI\",\"Value\":[\"1.4\"]},"
            + "\"00080018\":{\"vr\":\"UI\",\"Value\":[\"1.5\"]}";
    return Stream.of(
            "--b\r\nContent-Type: application/dicom+json\r\n\r\n["
                + ids
                + ",\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"u\"}}]\r\n"
                + "--b\r\nContent-Type: image/jls\r\nContent-Location: u\r\n\r\nabc\r\n--b--",
            "--b\r\nContent-Type: application/dicom+json\r\n\r\n"
                + ids
                + ",\"00420011\":{\"vr\":\"OB\",\"BulkDataURI\":\"cid:u\"},"
                + "\"00081115\":{\"vr\":\"SQ\",\"Value\":[{\"00080060\":{\"vr\":\"CS\"}}]}}\r\n"
                + "--b\r\nContent-ID: <u>\r\n\r\nab\r\n--b--",
            "--b\r\nContent-Type: application/dicom+xml\r\n\r\n<NativeDicomModel>"
                + "<DicomAttribute tag=\"00080016\" vr=\"UI\"><Value>1.4</Value></DicomAttribute>"
                + "<DicomAttribute tag=\"00080018\" vr=\"UI\"><Value>1.5</Value></DicomAttribute>"
                + "</NativeDicomModel>\r\n--b--")
        .map(text -> text.getBytes(StandardCharsets.US_ASCII));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void metadata(byte[] bytes) throws IOException {
    Requestor requestor =
        new Requestor("u", Requestor.Protocol.DICOMWEB, "127.0.0.1", Optional.empty(), false);
    StoreReport report = new StoreReport(new ServiceUri("http://h"));
    Intake intake = new Intake(STORE, requestor, Optional.empty(), report, Runnable::run);
    try {
      StoreBody.of(TYPE).read(new ByteArrayInputStream(bytes), TYPE, intake);
      intake.finish();
    } catch (MalformedMultipartException refused) {
      return;
    } catch (ProblemException refused) {
      assertThat(refused.fault().status()).isBetween(400, 499);
      return;
    }
    assertThat(report.words()).allMatch(word -> !word.contains("cannot be stored"));
    report.toDataSet();
  }
}
