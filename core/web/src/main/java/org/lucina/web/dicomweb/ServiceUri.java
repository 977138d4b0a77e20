package org.lucina.web.dicomweb;

import jakarta.ws.rs.core.UriInfo;
import org.lucina.archive.index.InstanceRecord;

/**
 * The base URI of the DICOMweb service as the client reached it, and the resources below it.
 *
 * @param base without trailing slash, such as {@code http://localhost:8080/dicom-web}
 */
public record ServiceUri(String base) {

  /** As a request was addressed. */
  public static ServiceUri of(UriInfo uri) {
    String base = uri.getBaseUri().toASCIIString();
    return new ServiceUri(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
  }

  /** Where a study is retrieved. */
  public String study(String study) {
    return base + "/studies/" + study;
  }

  /** Where a series is retrieved. */
  public String series(String study, String series) {
    return study(study) + "/series/" + series;
  }

  /** Where an instance is retrieved. */
  public String instance(String study, String series, String instance) {
    return series(study, series) + "/instances/" + instance;
  }

  /** Where an instance is retrieved. */
  public String instance(InstanceRecord object) {
    return instance(object.study(), object.series(), object.sopInstance());
  }
}
