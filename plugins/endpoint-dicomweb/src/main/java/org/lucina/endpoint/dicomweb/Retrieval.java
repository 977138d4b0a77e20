package org.lucina.endpoint.dicomweb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.Frames;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Reading;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.MediaRange;

/** Retrieves instances by WADO-RS, or their files by WADO-URI, straight to who reads them. */
final class Retrieval {
  private static final String AS_STORED =
      "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
  private static final String FRAMES_AS_STORED =
      "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";

  private final HttpPeer peer;
  private final Optional<HttpPeer> wadoUri;

  Retrieval(HttpPeer peer, Optional<HttpPeer> wadoUri) {
    this.peer = peer;
    this.wadoUri = wadoUri;
  }

  /** The Part 10 file of an instance that is named in full. */
  Content file(Reference instance) throws EndpointException {
    String path = Paths.of(instance);
    if (wadoUri.isPresent()) {
      HttpCall call = HttpCall.get(wadoUriQuery(instance)).header("Accept", "application/dicom");
      return Content.of(OptionalLong.empty(), () -> open(wadoUri.get(), call).body());
    }
    HttpCall call = HttpCall.get(path).header("Accept", AS_STORED);
    return Content.of(OptionalLong.empty(), () -> open(peer, call).body());
  }

  private static String wadoUriQuery(Reference instance) {
    return "?requestType=WADO&contentType=application/dicom&studyUID="
        + instance.studyUid().orElseThrow()
        + "&seriesUID="
        + instance.seriesUid().orElseThrow()
        + "&objectUID="
        + instance.instanceUid().orElseThrow();
  }

  /** The attributes of an instance, bulk data by reference. */
  DataSet metadata(Reference instance) throws EndpointException, IOException {
    HttpCall call = HttpCall.get(Paths.of(instance) + "/metadata").header("Accept", Searcher.JSON);
    List<DataSet> all = new ArrayList<>();
    try (HttpAnswer answer = peer.send(call)) {
      DicomJson.readAll(answer.body(), ReadLimits.DEFAULT, all::add);
    }
    if (all.size() != 1) {
      throw new IOException("the metadata of an instance are " + all.size() + " data sets");
    }
    return all.get(0);
  }

  /** The frames of an instance, as they are encoded. */
  Frames frames(Reference instance) throws EndpointException, IOException {
    DataSet tags = metadata(instance);
    if (tags.integer(Tag.Rows).isEmpty()) {
      throw new IOException("the instance has no pixel data");
    }
    int count = Math.max(1, tags.integer(Tag.NumberOfFrames).orElse(1));
    String path = Paths.of(instance) + "/frames/";
    Parts.Part first = open(peer, frame(path, 1));
    first.body().close();
    return Frames.of(count, syntax(first.type()), number -> open(peer, frame(path, number)).body());
  }

  private static HttpCall frame(String path, int number) {
    return HttpCall.get(path + number).header("Accept", FRAMES_AS_STORED);
  }

  /** By its parameter, or the default of the media type (PS3.18 8.7.3). */
  private static String syntax(Optional<MediaRange> type) throws IOException {
    Optional<String> named = type.flatMap(range -> range.parameter("transfer-syntax"));
    if (named.isPresent()) {
      return named.get();
    }
    String name = type.map(MediaRange::name).orElse("application/octet-stream");
    return switch (name) {
      case "application/octet-stream" -> UID.ExplicitVRLittleEndian;
      case "image/jpeg" -> UID.JPEGLosslessSV1;
      case "image/jls" -> UID.JPEGLSLossless;
      case "image/jp2" -> UID.JPEG2000Lossless;
      case "image/dicom-rle" -> UID.RLELossless;
      default -> throw new IOException("frames come as " + name);
    };
  }

  private static Parts.Part open(HttpPeer from, HttpCall call) throws IOException {
    HttpAnswer answer = Reading.of(() -> from.send(call));
    try {
      return Parts.first(answer);
    } catch (IOException | RuntimeException e) {
      answer.close();
      throw e;
    }
  }
}
