package org.lucina.net;

import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.net.pdu.PduException;

/**
 * A received command set with what every command has (PS3.7 6.3, E.1).
 *
 * @param context the presentation context it came in
 * @param set all its elements
 * @param field Command Field (0000,0100)
 * @param messageId Message ID (0000,0110) of a request, Message ID Being Responded To (0000,0120)
 *     of a response or C-CANCEL
 * @param hasData whether a data set follows
 */
record Command(AcceptedContext context, DataSet set, int field, int messageId, boolean hasData) {
  static final int NO_DATA_SET = 0x0101;
  static final int DATA_SET_PRESENT = 0;

  static Command of(AcceptedContext context, DataSet set) throws PduException {
    int field = required(set, Tag.CommandField, "Command Field");
    boolean answer = isResponse(field) || field == DimseCommand.C_CANCEL.code();
    int messageId =
        answer
            ? required(set, Tag.MessageIDBeingRespondedTo, "Message ID Being Responded To")
            : required(set, Tag.MessageID, "Message ID");
    int dataSetType = required(set, Tag.CommandDataSetType, "Command Data Set Type");
    return new Command(context, set, field, messageId, dataSetType != NO_DATA_SET);
  }

  boolean isResponse() {
    return isResponse(field);
  }

  boolean isCancel() {
    return field == DimseCommand.C_CANCEL.code();
  }

  /** The kind of request, empty when the standard knows none. */
  Optional<DimseCommand> type() {
    return DimseCommand.of(field);
  }

  private static boolean isResponse(int field) {
    return (field & DimseCommand.RESPONSE) != 0;
  }

  private static int required(DataSet set, int tag, String name) throws PduException {
    return set.integer(tag).orElseThrow(() -> PduException.invalid("Command set without " + name));
  }
}
