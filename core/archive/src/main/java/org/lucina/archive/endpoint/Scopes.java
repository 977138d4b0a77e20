package org.lucina.archive.endpoint;

import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.InstanceScope;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Turns references into scopes of the index. */
final class Scopes {
  private Scopes() {}

  /**
   * What a reference names.
   *
   * @throws EndpointException REFUSED when it names nothing by DICOM's identifiers
   */
  static InstanceScope of(Reference reference) throws EndpointException {
    if (reference.identifier().isEmpty()) {
      throw new EndpointException(
          Reason.REFUSED, "the archive knows patients by their ids, all else by UIDs");
    }
    return new InstanceScope(
        reference.patientId(),
        Optional.empty(),
        list(reference.studyUid()),
        list(reference.seriesUid()),
        list(reference.instanceUid()));
  }

  private static List<String> list(Optional<String> uid) {
    return uid.stream().toList();
  }
}
