package org.lucina.net;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Uids;

/** Finds the service for a request, or why there is none. */
final class Services {
  private static final Set<DimseCommand> WITH_DATA =
      Set.of(DimseCommand.C_STORE, DimseCommand.C_FIND, DimseCommand.C_GET, DimseCommand.C_MOVE);

  private final Map<String, DimseService> bySopClass;

  Services(Map<String, DimseService> bySopClass) {
    this.bySopClass = bySopClass;
  }

  /**
   * Checks a request's command set and finds its service (PS3.7 C).
   *
   * @param fromRequestor whether the association's requestor sent it
   * @throws DimseException with the status that PS3.7 gives the fault
   */
  DimseService find(Command request, DimseCommand type, boolean fromRequestor)
      throws DimseException {
    AcceptedContext context = request.context();
    String sopClass = required(request, Messages.sopClassTag(type));
    Optional<Integer> instance = Messages.sopInstanceTag(type);
    if (instance.isPresent()) {
      required(request, instance.get());
    }
    if (WITH_DATA.contains(type) && !request.hasData()) {
      throw mistyped(Tag.CommandDataSetType, "A data set is required");
    }
    boolean notification = type == DimseCommand.N_EVENT_REPORT;
    boolean scu = fromRequestor ? context.requestorIsScu() : context.requestorIsScp();
    boolean scp = fromRequestor ? context.requestorIsScp() : context.requestorIsScu();
    if (notification ? !scp : !scu) {
      throw new DimseException(
          Status.SOP_CLASS_NOT_SUPPORTED, "The role for this request was not negotiated");
    }
    if (!sopClass.equals(context.abstractSyntax()) && !isMeta(context.abstractSyntax())) {
      throw new DimseException(
          Status.SOP_CLASS_NOT_SUPPORTED, "SOP class is not the presentation context's");
    }
    DimseService service = bySopClass.get(sopClass);
    if (service == null) {
      service = bySopClass.get(DimseService.ANY_SOP_CLASS);
    }
    if (service == null) {
      throw new DimseException(Status.SOP_CLASS_NOT_SUPPORTED, "SOP class is not served");
    }
    return service;
  }

  private static boolean isMeta(String abstractSyntax) {
    return Uids.find(abstractSyntax).filter(e -> e.kind() == Uids.Kind.META_SOP_CLASS).isPresent();
  }

  private static String required(Command request, int tag) throws DimseException {
    Optional<String> value = request.set().string(tag);
    return value.orElseThrow(() -> mistyped(tag, "A UID is missing from the command set"));
  }

  private static DimseException mistyped(int tag, String comment) {
    return new DimseException(Status.MISTYPED_ARGUMENT, comment, List.of(tag), null);
  }
}
