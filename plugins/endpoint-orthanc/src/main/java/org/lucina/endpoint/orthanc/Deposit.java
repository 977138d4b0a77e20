package org.lucina.endpoint.orthanc;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpCall;

/** Puts files of instances, and sees to it that Orthanc has these bytes and no others. */
final class Deposit {
  private final OrthancApi api;
  private final Instances instances;
  private final Existing existing;

  Deposit(OrthancApi api, Instances instances, Existing existing) {
    this.api = api;
    this.instances = instances;
    this.existing = existing;
  }

  /** Puts a file, and tells Orthanc's identifier of it and of all that it belongs to. */
  Stored put(Content file) throws EndpointException {
    Digested content = new Digested(file);
    JsonObject answer = post(content);
    Stored stored = Stored.of(answer);
    return switch (answer.getString("Status", "Success")) {
      case "AlreadyStored" -> {
        if (!content.digest().equals(kept(stored.id()))) {
          differs(content, stored);
        }
        yield stored;
      }
      case "FilteredOut" ->
          throw new EndpointException(
              Reason.REFUSED, api.address() + " has a filter that takes no such objects");
      default -> stored;
    };
  }

  private JsonObject post(Content file) throws EndpointException {
    return api.object(HttpCall.post("/instances").body(file, "application/dicom").asRepeatable());
  }

  private void differs(Content file, Stored stored) throws EndpointException {
    switch (existing) {
      case KEEP -> OrthancLogger.LOG.keeps(api.address(), stored.id());
      case REFUSE ->
          throw new EndpointException(
              Reason.REFUSED,
              api.address() + " has instance " + stored.id() + " already, with other bytes");
      case REPLACE -> {
        OrthancLogger.LOG.replaces(api.address(), stored.id());
        api.text(HttpCall.delete(Levels.path(DicomLevel.INSTANCE, stored.id())));
        post(file);
      }
    }
  }

  /** The digest of what Orthanc has, which it may have been told not to compute. */
  private String kept(String id) throws EndpointException {
    String path = Levels.path(DicomLevel.INSTANCE, id);
    String digest = api.text(HttpCall.get(path + "/attachments/dicom/md5")).strip();
    if (!digest.isEmpty()) {
      return digest;
    }
    Digested file = new Digested(instances.file(id));
    try (InputStream in = file.open()) {
      in.transferTo(OutputStream.nullOutputStream());
      return file.digest();
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * What Orthanc calls an instance that was put, and what it belongs to.
   *
   * @param id the instance
   * @param series its series
   * @param study its study
   * @param patient its patient
   */
  record Stored(String id, String series, String study, String patient) {

    private static Stored of(JsonObject answer) {
      return new Stored(
          answer.getString("ID"),
          answer.getString("ParentSeries"),
          answer.getString("ParentStudy"),
          answer.getString("ParentPatient"));
    }

    /** Of these, that of a level. */
    String at(DicomLevel level) {
      return switch (level) {
        case PATIENT -> patient;
        case STUDY -> study;
        case SERIES -> series;
        case INSTANCE -> id;
      };
    }
  }

  /** Content whose bytes are digested while they are read; the last reading counts. */
  private static final class Digested implements Content {
    private final Content content;
    private MessageDigest digest = md5();

    private Digested(Content content) {
      this.content = content;
    }

    @Override
    public OptionalLong length() throws IOException {
      return content.length();
    }

    @Override
    public InputStream open() throws IOException {
      digest = md5();
      return new DigestInputStream(content.open(), digest);
    }

    /** To be asked once for each reading. */
    private String digest() {
      return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest md5() {
      try {
        return MessageDigest.getInstance("MD5");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has MD5", e);
      }
    }
  }
}
