package org.lucina.bench.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;

/** Stores Part 10 files over HTTP, by STOW-RS or by Orthanc's own interface. */
public final class WebStoreClient {
  private static final String BOUNDARY = "lucina-bench-boundary-between-objects";
  private static final byte[] PART =
      ("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END =
      ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);

  private final WebClient web;

  /** Makes one over a client. */
  public WebStoreClient(WebClient web) {
    this.web = web;
  }

  /**
   * STOW-RS of several files in one request.
   *
   * @throws WrongAnswerException when not all were stored
   */
  public void stow(List<byte[]> files) throws IOException {
    byte[] answer =
        web.bytes(
            web.dicomWeb("/studies")
                .header("Accept", "application/dicom+json")
                .header(
                    "Content-Type",
                    "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
                .POST(multipart(files)));
    DataSet result = DicomJson.read(new ByteArrayInputStream(answer), ReadLimits.DEFAULT);
    int stored = result.items(Tag.ReferencedSOPSequence).size();
    if (stored != files.size() || !result.items(Tag.FailedSOPSequence).isEmpty()) {
      throw new WrongAnswerException("STOW-RS stored " + stored + " of " + files.size());
    }
  }

  /**
   * POST /instances of one file.
   *
   * @throws WrongAnswerException when it was not stored
   */
  public void postInstance(byte[] file) throws IOException {
    byte[] answer = web.bytes(web.at("/instances").POST(BodyPublishers.ofByteArray(file)));
    if (!new String(answer, StandardCharsets.UTF_8).contains("\"Success\"")) {
      throw new WrongAnswerException("POST /instances did not store the object");
    }
  }

  private static BodyPublisher multipart(List<byte[]> files) {
    List<BodyPublisher> pieces = new ArrayList<>();
    for (byte[] file : files) {
      pieces.add(BodyPublishers.ofByteArray(PART));
      pieces.add(BodyPublishers.ofByteArray(file));
      pieces.add(BodyPublishers.ofByteArray(LINE));
    }
    pieces.add(BodyPublishers.ofByteArray(END));
    return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
  }
}
