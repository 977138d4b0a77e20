package org.lucina.endpoint.orthanc;

import java.util.Optional;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Orthanc's codes of errors, which say more than the status of HTTP that comes with them. */
final class OrthancStatus {
  private static final int PARAMETER_OUT_OF_RANGE = 3;
  private static final int BAD_PARAMETER_TYPE = 5;
  private static final int BAD_REQUEST = 8;
  private static final int NETWORK_PROTOCOL = 9;
  private static final int BAD_FILE_FORMAT = 15;
  private static final int TIMEOUT = 16;
  private static final int UNKNOWN_TAG = 27;

  private OrthancStatus() {}

  /** The reason, empty when the code says no more. */
  static Optional<Reason> reason(int code) {
    return switch (code) {
      case PARAMETER_OUT_OF_RANGE, BAD_PARAMETER_TYPE, BAD_REQUEST, BAD_FILE_FORMAT, UNKNOWN_TAG ->
          Optional.of(Reason.REFUSED);
      case NETWORK_PROTOCOL, TIMEOUT -> Optional.of(Reason.UNAVAILABLE);
      default -> Optional.empty();
    };
  }
}
