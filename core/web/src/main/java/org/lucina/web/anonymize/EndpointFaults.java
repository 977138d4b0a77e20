package org.lucina.web.anonymize;

import org.lucina.spi.endpoint.EndpointException;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Makes problems of what endpoints refuse. */
final class EndpointFaults {
  private EndpointFaults() {}

  static ProblemException of(EndpointException e) {
    Fault fault =
        switch (e.reason()) {
          case NOT_FOUND -> Fault.NOT_FOUND;
          case UNSUPPORTED, REFUSED -> Fault.CONFLICT;
          case UNAVAILABLE -> Fault.UNAVAILABLE;
          case FAILED -> Fault.INTERNAL;
        };
    return new ProblemException(fault, e.getMessage(), e);
  }
}
