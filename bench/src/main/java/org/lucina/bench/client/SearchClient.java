package org.lucina.bench.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;

/** Searches by QIDO-RS. */
public final class SearchClient {
  private static final String JSON = "application/dicom+json";

  private final WebClient web;

  /** Makes one over a client. */
  public SearchClient(WebClient web) {
    this.web = web;
  }

  /** Counts the matches of a search. */
  public Tally count(String resource, Map<String, String> query) throws IOException {
    return web.count(web.dicomWeb(target(resource, query)), JSON);
  }

  /** The matches of a search. */
  public List<DataSet> matches(String resource, Map<String, String> query) throws IOException {
    byte[] body = web.get(web.dicomWeb(target(resource, query)), JSON);
    List<DataSet> matches = new ArrayList<>();
    if (body.length > 0) {
      DicomJson.readAll(new ByteArrayInputStream(body), ReadLimits.DEFAULT, matches::add);
    }
    return matches;
  }

  private static String target(String resource, Map<String, String> query) {
    return resource
        + query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
