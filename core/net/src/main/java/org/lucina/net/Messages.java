package org.lucina.net;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Makes the command sets of requests and responses (PS3.7 9.3, 10.3). */
final class Messages {
  private static final int MEDIUM_PRIORITY = 0;
  private static final int MAX_COMMENT = 64;

  private Messages() {}

  static DataSet request(
      AcceptedContext context, DimseCommand type, int messageId, DataSet fields, boolean data) {
    DataSet command = copy(fields);
    int classTag = sopClassTag(type);
    if (!command.contains(classTag)) {
      command.set(classTag, VR.UI, context.abstractSyntax());
    }
    command.set(Tag.CommandField, VR.US, type.code());
    command.set(Tag.MessageID, VR.US, messageId);
    if (hasPriority(type) && !command.contains(Tag.Priority)) {
      command.set(Tag.Priority, VR.US, MEDIUM_PRIORITY);
    }
    return dataSetType(command, data);
  }

  static DataSet store(
      String sopClass,
      String sopInstance,
      int messageId,
      Optional<Association.MoveOriginator> originator) {
    DataSet command = new DataSet();
    command.set(Tag.AffectedSOPClassUID, VR.UI, sopClass);
    command.set(Tag.CommandField, VR.US, DimseCommand.C_STORE.code());
    command.set(Tag.MessageID, VR.US, messageId);
    command.set(Tag.Priority, VR.US, MEDIUM_PRIORITY);
    command.set(Tag.AffectedSOPInstanceUID, VR.UI, sopInstance);
    originator.ifPresent(
        by -> {
          command.set(Tag.MoveOriginatorApplicationEntityTitle, VR.AE, by.aeTitle());
          command.set(Tag.MoveOriginatorMessageID, VR.US, by.messageId());
        });
    return dataSetType(command, true);
  }

  static DataSet cancel(int messageId) {
    DataSet command = new DataSet();
    command.set(Tag.CommandField, VR.US, DimseCommand.C_CANCEL.code());
    command.set(Tag.MessageIDBeingRespondedTo, VR.US, messageId);
    return dataSetType(command, false);
  }

  /** A response that takes from its request what responses repeat. */
  static DataSet response(Command request, int status, DataSet fields, boolean data) {
    DataSet command = copy(fields);
    DataSet asked = request.set();
    repeat(command, Tag.AffectedSOPClassUID, asked, Tag.AffectedSOPClassUID);
    repeat(command, Tag.AffectedSOPClassUID, asked, Tag.RequestedSOPClassUID);
    repeat(command, Tag.AffectedSOPInstanceUID, asked, Tag.AffectedSOPInstanceUID);
    repeat(command, Tag.AffectedSOPInstanceUID, asked, Tag.RequestedSOPInstanceUID);
    repeat(command, Tag.EventTypeID, asked, Tag.EventTypeID);
    repeat(command, Tag.ActionTypeID, asked, Tag.ActionTypeID);
    command.set(Tag.CommandField, VR.US, request.field() | DimseCommand.RESPONSE);
    command.set(Tag.MessageIDBeingRespondedTo, VR.US, request.messageId());
    command.set(Tag.Status, VR.US, status);
    return dataSetType(command, data);
  }

  /** Error Comment and Offending Element for a failure. */
  static DataSet failure(String comment, List<Integer> offendingElements) {
    DataSet fields = new DataSet();
    if (comment != null && !comment.isBlank()) {
      String plain = comment.replaceAll("[^ -~]|\\\\", "?");
      fields.set(
          Tag.ErrorComment, VR.LO, plain.substring(0, Math.min(plain.length(), MAX_COMMENT)));
    }
    if (!offendingElements.isEmpty()) {
      fields.set(
          Tag.OffendingElement,
          VR.AT,
          offendingElements.stream().mapToInt(Integer::intValue).toArray());
    }
    return fields;
  }

  /** The element that names the SOP class of a request. */
  static int sopClassTag(DimseCommand type) {
    return isRequested(type) ? Tag.RequestedSOPClassUID : Tag.AffectedSOPClassUID;
  }

  /** The element that names the SOP instance of a request, empty when it need not have one. */
  static Optional<Integer> sopInstanceTag(DimseCommand type) {
    return switch (type) {
      case C_STORE, N_EVENT_REPORT -> Optional.of(Tag.AffectedSOPInstanceUID);
      case N_GET, N_SET, N_ACTION, N_DELETE -> Optional.of(Tag.RequestedSOPInstanceUID);
      default -> Optional.empty();
    };
  }

  private static boolean isRequested(DimseCommand type) {
    return switch (type) {
      case N_GET, N_SET, N_ACTION, N_DELETE -> true;
      default -> false;
    };
  }

  private static boolean hasPriority(DimseCommand type) {
    return switch (type) {
      case C_STORE, C_FIND, C_GET, C_MOVE -> true;
      default -> false;
    };
  }

  private static DataSet copy(DataSet fields) {
    DataSet copy = new DataSet();
    for (Element element : fields) {
      copy.put(element);
    }
    return copy;
  }

  private static void repeat(DataSet command, int tag, DataSet asked, int askedTag) {
    if (!command.contains(tag)) {
      asked
          .get(askedTag)
          .filter(element -> !element.isEmpty())
          .ifPresent(element -> command.put(new Element(tag, element.vr(), element.value())));
    }
  }

  private static DataSet dataSetType(DataSet command, boolean data) {
    return command.set(
        Tag.CommandDataSetType, VR.US, data ? Command.DATA_SET_PRESENT : Command.NO_DATA_SET);
  }
}
