package org.lucina.bench.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final Map<String, String> STOW =
      Map.of(
          "Accept",
          "application/dicom+json",
          "Content-Type",
          "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY);
  private static final Map<String, String> INSTANCE = Map.of("Content-Type", "application/dicom");

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
    byte[] answer = web.post(web.dicomWeb("/studies"), STOW, multipart(files));
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
    byte[] answer = web.post("/instances", INSTANCE, List.of(file));
    if (!new String(answer, StandardCharsets.UTF_8).contains("\"Success\"")) {
      throw new WrongAnswerException("POST /instances did not store the object");
    }
  }

  private static List<byte[]> multipart(List<byte[]> files) {
    List<byte[]> pieces = new ArrayList<>();
    for (byte[] file : files) {
      pieces.add(PART);
      pieces.add(file);
      pieces.add(LINE);
    }
    pieces.add(END);
    return pieces;
  }
}
