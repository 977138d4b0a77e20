package org.lucina.endpoint.dicomweb;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lucina.dicom.Uids;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Paths of resources (PS3.18 10.4.1). */
final class Paths {
  private Paths() {}

  /** Of a study, series or instance that is named by all UIDs that it needs. */
  static String of(Reference reference) throws EndpointException {
    String study = "/studies/" + uid(reference.studyUid());
    return switch (reference.level()) {
      case PATIENT ->
          throw new EndpointException(
              Reason.UNSUPPORTED, "DICOMweb knows no patients by themselves");
      case STUDY -> study;
      case SERIES -> study + "/series/" + uid(reference.seriesUid());
      case INSTANCE ->
          study
              + "/series/"
              + uid(reference.seriesUid())
              + "/instances/"
              + uid(reference.instanceUid());
    };
  }

  private static String uid(Optional<String> uid) throws EndpointException {
    return uid.filter(Uids::isValid)
        .orElseThrow(() -> new EndpointException(Reason.REFUSED, "a UID is missing, or is none"));
  }

  /** A part of a query. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
