package org.lucina.endpoint.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpStatusException;

/** Stores files by STOW-RS (PS3.18 10.5), several in one request. */
final class Storing {
  private static final int CONFLICT = 409;
  private static final int LONGEST = 16 << 20;

  private final HttpPeer peer;

  Storing(HttpPeer peer) {
    this.peer = peer;
  }

  /** Stores files; returns when all are stored. */
  void store(List<Content> files) throws EndpointException {
    StoreBody body = new StoreBody(files);
    HttpCall call =
        HttpCall.post("/studies")
            .body(body, body.mediaType())
            .header("Accept", Searcher.JSON)
            .asRepeatable();
    Optional<DataSet> told;
    int status;
    try (HttpAnswer answer = peer.send(call)) {
      status = answer.status();
      told = parse(answer.body().readNBytes(LONGEST));
    } catch (HttpStatusException e) {
      status = e.status();
      told =
          status == CONFLICT ? parse(e.body().getBytes(StandardCharsets.UTF_8)) : Optional.empty();
      if (told.isEmpty()) {
        throw e;
      }
    } catch (IOException e) {
      throw peer.fault(call, e);
    }
    judge(status, told.map(StoreAnswer::of), files.size());
  }

  private void judge(int status, Optional<StoreAnswer> answer, int sent) throws EndpointException {
    if (answer.isEmpty()) {
      if (status == 200) {
        return; // all were stored, as this status says
      }
      throw new EndpointException(
          Reason.FAILED, peer.address() + " does not tell what it stored, status " + status);
    }
    for (StoreAnswer.Result warning : answer.get().warnings()) {
      DicomWebLogger.LOG.storedWithWarning(peer.address(), warning.instance(), warning.code());
    }
    List<StoreAnswer.Result> failures =
        answer.get().failures().stream().filter(this::isFailure).toList();
    if (!failures.isEmpty()) {
      throw failed(failures, sent);
    }
  }

  /** What is there already was put by a call that broke off, or is put again. */
  private boolean isFailure(StoreAnswer.Result result) {
    if (result.code() == StoreAnswer.DUPLICATE) {
      DicomWebLogger.LOG.duplicate(peer.address(), result.instance());
      return false;
    }
    return true;
  }

  /** One that will not be taken later either decides for all. */
  private EndpointException failed(List<StoreAnswer.Result> failures, int sent) {
    StoreAnswer.Result worst =
        failures.stream()
            .filter(result -> result.reason() == Reason.REFUSED)
            .findFirst()
            .orElse(failures.get(0));
    return new EndpointException(
        worst.reason(),
        "%s did not store %d of %d objects: instance %s for reason %04X"
            .formatted(
                peer.address(), failures.size(), sent, worst.instance(), worst.code() & 0xFFFF));
  }

  /** Empty when it is not told in DICOM JSON, as services should that are asked for it. */
  private static Optional<DataSet> parse(byte[] text) {
    List<DataSet> all = new ArrayList<>();
    try {
      DicomJson.readAll(new ByteArrayInputStream(text), ReadLimits.DEFAULT, all::add);
    } catch (IOException otherForm) {
      return Optional.empty();
    }
    return all.stream().findFirst();
  }
}
