package org.lucina.spi.query;

import java.util.List;
import org.lucina.spi.endpoint.EndpointException;

/** A query has terms that an endpoint cannot honour. */
public final class UnsupportedQueryException extends EndpointException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the terms.
   *
   * @param terms such as "wild card matching on PatientName"
   */
  public UnsupportedQueryException(List<String> terms) {
    super(Reason.UNSUPPORTED, "cannot be honoured here: " + String.join(", ", terms));
  }
}
