package org.lucina.bench.client;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Retrieves objects, metadata and frames by WADO-RS. */
public final class RetrieveClient {
  private static final String OBJECTS =
      "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
  private static final String FRAMES = "multipart/related; type=\"application/octet-stream\"";

  private final WebClient web;

  /** Makes one over a client. */
  public RetrieveClient(WebClient web) {
    this.web = web;
  }

  /** Retrieves whole objects. */
  public Tally objects(RetrieveKeys keys) throws IOException {
    return web.count(web.dicomWeb(keys.path()), OBJECTS);
  }

  /** Retrieves the metadata of objects. */
  public Tally metadata(RetrieveKeys keys) throws IOException {
    return web.count(web.dicomWeb(keys.path() + "/metadata"), "application/dicom+json");
  }

  /** Retrieves frames of an object, the first being number 1, and counts them. */
  public Tally frames(RetrieveKeys keys, String instance, List<Integer> numbers)
      throws IOException {
    return web.count(web.dicomWeb(path(keys, instance, numbers)), FRAMES);
  }

  /** Retrieves frames of an object and answers the multipart body. */
  public byte[] frameBytes(RetrieveKeys keys, String instance, List<Integer> numbers)
      throws IOException {
    return web.get(web.dicomWeb(path(keys, instance, numbers)), FRAMES);
  }

  private static String path(RetrieveKeys keys, String instance, List<Integer> numbers) {
    return keys.path()
        + "/instances/"
        + instance
        + "/frames/"
        + numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
