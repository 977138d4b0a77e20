package org.lucina.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;
import org.lucina.dicom.testing.SyntheticObject;

/** DICOMweb requests to the server under test. */
final class DicomWeb {
  static final String JSON = "application/dicom+json";
  private static final String BASE = "/dicom-web";

  private final Http http;

  DicomWeb(Http http) {
    this.http = http;
  }

  /** The path of an object, below the service. */
  static String path(SyntheticObject object) {
    return seriesPath(object) + "/instances/" + object.sopInstance();
  }

  /** The path of an object's series. */
  static String seriesPath(SyntheticObject object) {
    return "/studies/" + object.study() + "/series/" + object.series();
  }

  HttpResponse<String> store(SyntheticObject... objects) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (SyntheticObject object : objects) {
      part(body, "Content-Type: application/dicom", object.file());
    }
    end(body);
    return post("/studies", "multipart/related; type=\"application/dicom\"; boundary=part", body);
  }

  HttpResponse<String> post(String path, String contentType, ByteArrayOutputStream body)
      throws IOException, InterruptedException {
    return http.send(
        http.withUser(BASE + path)
            .header("Accept", JSON)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Appends a part. */
  static void part(ByteArrayOutputStream body, String headers, byte[] content) {
    body.writeBytes(("\r\n--part\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
  }

  /** Appends the last delimiter. */
  static void end(ByteArrayOutputStream body) {
    body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
    return http.get(BASE + path, accept);
  }

  HttpResponse<byte[]> getBytes(String path, String accept)
      throws IOException, InterruptedException {
    return http.getBytes(BASE + path, accept);
  }

  /** The data sets of a search or of metadata. */
  List<DataSet> dataSets(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path, JSON);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return dataSets(response);
  }

  /** The data sets of a response. */
  static List<DataSet> dataSets(HttpResponse<String> response) throws IOException {
    List<DataSet> dataSets = new ArrayList<>();
    byte[] json = response.body().getBytes(StandardCharsets.UTF_8);
    DicomJson.readAll(new ByteArrayInputStream(json), ReadLimits.DEFAULT, dataSets::add);
    return dataSets;
  }
}
