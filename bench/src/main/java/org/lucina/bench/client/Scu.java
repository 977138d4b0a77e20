package org.lucina.bench.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lucina.dicom.UID;
import org.lucina.net.Association;
import org.lucina.net.AssociationRequest;
import org.lucina.net.AssociationRequest.Role;
import org.lucina.net.Associations;
import org.lucina.net.ConnectOptions;
import org.lucina.net.DimseService;
import org.lucina.net.PresentationContext;

/** Opens associations with peers, all with the same parameters. */
public final class Scu {
  /** The harness's own title. */
  public static final String AE_TITLE = "BENCH";

  /** Bytes of a P-DATA-TF that the harness takes. */
  static final int MAX_PDU = 131_072;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private Scu() {}

  /** Opens one for SOP classes, in Explicit VR Little Endian. */
  public static Association open(DicomAddress peer, Collection<String> sopClasses)
      throws IOException {
    return open(peer, sopClasses, Map.of());
  }

  /** Opens one on which objects are taken, too, by SOP class, which C-GET needs. */
  static Association open(
      DicomAddress peer, Collection<String> sopClasses, Map<String, DimseService> sinks)
      throws IOException {
    List<PresentationContext> contexts = new ArrayList<>();
    for (String sopClass : sopClasses) {
      contexts.add(
          new PresentationContext(
              2 * contexts.size() + 1, sopClass, List.of(UID.ExplicitVRLittleEndian)));
    }
    Map<String, Role> roles =
        sinks.keySet().stream()
            .collect(Collectors.toMap(sopClass -> sopClass, sopClass -> new Role(false, true)));
    AssociationRequest request =
        new AssociationRequest(
            peer.aeTitle(),
            AE_TITLE,
            contexts,
            roles,
            MAX_PDU,
            1,
            1,
            Map.of(),
            Map.of(),
            Optional.empty(),
            "2.25.206170164866187042806823453262806023572",
            "LUCINA_BENCH");
    return Associations.open(
        request,
        new ConnectOptions(
            DicomAddress.HOST, peer.port(), Optional.empty(), PATIENCE, PATIENCE, sinks));
  }
}
