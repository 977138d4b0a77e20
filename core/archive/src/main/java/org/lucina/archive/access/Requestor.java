package org.lucina.archive.access;

import java.util.Optional;

/**
 * Who asks for something, for the audit trail and for what it may see.
 *
 * @param name user name, or calling AE title
 * @param protocol how it asks
 * @param address its network address
 * @param calledAeTitle the AE title it called, for DIMSE
 * @param deidentifiedOnly whether it sees only what an anonymizer has put out
 */
public record Requestor(
    String name,
    Protocol protocol,
    String address,
    Optional<String> calledAeTitle,
    boolean deidentifiedOnly) {

  /** How a request came. */
  public enum Protocol {
    DIMSE,
    DICOMWEB,
    REST,
    INTERNAL
  }
}
