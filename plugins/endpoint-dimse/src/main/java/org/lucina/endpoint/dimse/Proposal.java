package org.lucina.endpoint.dimse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lucina.dicom.UID;
import org.lucina.net.AssociationRequest;
import org.lucina.net.DimseService;
import org.lucina.net.PresentationContext;

/** Collects what is proposed for an association. */
final class Proposal {
  /** Presentation contexts of one association at most: odd numbers of one byte. */
  static final int MAX_CONTEXTS = 128;

  /** Syntaxes of what has no pixels, such as identifiers. */
  private static final List<String> PLAIN =
      List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);

  private final List<PresentationContext> contexts = new ArrayList<>();
  private final Map<String, AssociationRequest.Role> roles = new HashMap<>();
  private final Map<String, byte[]> extended = new HashMap<>();
  private final Map<String, DimseService> services = new HashMap<>();

  /** Proposes a SOP class whose data sets are small. */
  Proposal with(String sopClass) {
    return with(sopClass, PLAIN);
  }

  /** Proposes a SOP class in one context, of whose syntaxes the peer takes one. */
  Proposal with(String sopClass, List<String> syntaxes) {
    contexts.add(new PresentationContext(2 * contexts.size() + 1, sopClass, syntaxes));
    return this;
  }

  /** Offers to be the provider of a SOP class, as C-GET needs it. */
  Proposal providing(String sopClass) {
    roles.put(sopClass, new AssociationRequest.Role(false, true));
    return this;
  }

  /** SOP class extended negotiation (PS3.7 D.3.3.5). */
  Proposal extended(String sopClass, byte... options) {
    extended.put(sopClass, options);
    return this;
  }

  /** Serves what the peer asks for in the meantime. */
  Proposal serving(DimseService service) {
    services.put(DimseService.ANY_SOP_CLASS, service);
    return this;
  }

  List<PresentationContext> contexts() {
    return List.copyOf(contexts);
  }

  Map<String, AssociationRequest.Role> roles() {
    return Map.copyOf(roles);
  }

  Map<String, byte[]> extended() {
    return Map.copyOf(extended);
  }

  Map<String, DimseService> services() {
    return Map.copyOf(services);
  }
}
