package org.lucina.net;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.UID;

/** Association requests of a test's SCU. */
final class Requests {

  private Requests() {}

  /** Proposes SOP classes in both uncompressed little endian syntaxes, as SCU. */
  static AssociationRequest of(String... sopClasses) {
    return of(Map.of(), sopClasses);
  }

  static AssociationRequest of(Map<String, AssociationRequest.Role> roles, String... sopClasses) {
    List<PresentationContext> contexts = new ArrayList<>();
    for (String sopClass : sopClasses) {
      contexts.add(
          new PresentationContext(
              2 * contexts.size() + 1,
              sopClass,
              List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian)));
    }
    return of(contexts, roles, 16384, 1, 1);
  }

  static AssociationRequest of(
      List<PresentationContext> contexts,
      Map<String, AssociationRequest.Role> roles,
      int maxPduLength,
      int invoked,
      int performed) {
    return new AssociationRequest(
        "LUCINA",
        "TESTER",
        contexts,
        roles,
        maxPduLength,
        invoked,
        performed,
        Map.of(),
        Map.of(),
        Optional.empty(),
        Implementation.CLASS_UID,
        Implementation.VERSION_NAME);
  }

  static Association open(int port, AssociationRequest request) throws IOException {
    return open(port, request, Map.of());
  }

  static Association open(int port, AssociationRequest request, Map<String, DimseService> services)
      throws IOException {
    return Associations.open(request, options(port, services));
  }

  static ConnectOptions options(int port, Map<String, DimseService> services) {
    return new ConnectOptions(
        "127.0.0.1",
        port,
        Optional.empty(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        services);
  }
}
