package org.lucina.subsystem.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.net.Association;
import org.lucina.net.AssociationRequest;
import org.lucina.net.Associations;
import org.lucina.net.ConnectOptions;
import org.lucina.net.PresentationContext;
import org.lucina.net.Status;
import org.lucina.spi.server.RemoteAe;

/** Asks a remote AE whether it is there: C-ECHO (PS3.7 9.1.5), with 10 s for each step. */
public final class Echo {
  private static final String VERIFICATION = "1.2.840.10008.1.1";
  private static final String IMPLICIT_VR_LITTLE_ENDIAN = "1.2.840.10008.1.2";
  private static final int MAX_PDU_LENGTH = 16_384;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String localAeTitle;

  /** Asks under a title. */
  public Echo(String localAeTitle) {
    this.localAeTitle = localAeTitle;
  }

  /**
   * Opens an association, asks and releases it.
   *
   * @return how long that took
   * @throws IOException when it cannot be reached, rejects, or answers with a failure
   */
  public Duration ask(RemoteAe ae) throws IOException {
    ConnectOptions options =
        new ConnectOptions(ae.host(), ae.port(), ae.tls(), PATIENCE, PATIENCE, Map.of());
    long begin = System.nanoTime();
    try (Association association = Associations.open(request(ae), options)) {
      int status = association.echo().status();
      if (status != Status.SUCCESS) {
        throw new IOException(String.format("C-ECHO was answered with status %04XH", status));
      }
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private AssociationRequest request(RemoteAe ae) {
    return new AssociationRequest(
        ae.aeTitle(),
        localAeTitle,
        List.of(new PresentationContext(1, VERIFICATION, List.of(IMPLICIT_VR_LITTLE_ENDIAN))),
        Map.of(),
        MAX_PDU_LENGTH,
        1,
        1,
        Map.of(),
        Map.of(),
        Optional.empty(),
        DicomWriter.IMPLEMENTATION_CLASS_UID,
        DicomWriter.IMPLEMENTATION_VERSION_NAME);
  }
}
