package org.lucina.anonymizer.diana;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.OrthancServer;

/** What a real Orthanc makes of objects. */
final class RealOrthanc {
  private final OrthancServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  RealOrthanc(OrthancServer server) {
    this.server = server;
  }

  /** Puts a file there. */
  void put(byte[] file) throws IOException, InterruptedException {
    post("/instances", file);
  }

  /** Has one instance anonymized. */
  DataSet anonymized(String id, String map) throws IOException, InterruptedException {
    byte[] made = post("/instances/" + id + "/anonymize", map.getBytes());
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(made), DicomReader.Options.IN_MEMORY)) {
      return reader.readFile().dataSet();
    }
  }

  private byte[] post(String path, byte[] body) throws IOException, InterruptedException {
    String both = OrthancServer.USER + ":" + OrthancServer.PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes()))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode() + " " + new String(answer.body()));
    }
    return answer.body();
  }
}
