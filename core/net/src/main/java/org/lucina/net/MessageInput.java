package org.lucina.net;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.lucina.net.pdu.Abort;
import org.lucina.net.pdu.PduException;

/** Reads DIMSE messages: command sets whole, data sets as streams (PS3.7 6.3, PS3.8 E). */
final class MessageInput {
  /** Far beyond any command set; the longest parts are lists of tags. */
  static final int MAX_COMMAND_LENGTH = 1 << 16;

  private final UpperLayer upper;
  private final ContextTable contexts;
  private final ValueInput values;
  private byte[] buffer = new byte[512];
  private MessageData data;

  MessageInput(UpperLayer upper, ContextTable contexts) {
    this.upper = upper;
    this.contexts = contexts;
    this.values = new ValueInput(upper, contexts);
    this.data = new MessageData(values, 0, false);
  }

  /**
   * Waits for the next command set, skipping what is left of the data set before.
   *
   * @return empty when the peer asks for release
   */
  Optional<Command> next() throws IOException {
    data.skipRest();
    upper.beginMessage();
    if (!values.next()) {
      return Optional.empty();
    }
    int context = values.context();
    int length = readFragment(0);
    while (!values.isLast()) {
      values.continueMessage(context, true);
      length = readFragment(length);
    }
    try {
      Command command =
          Command.of(contexts.find(context).orElseThrow(), CommandSet.decode(buffer, length));
      data = new MessageData(values, context, command.hasData());
      return Optional.of(command);
    } catch (PduException e) {
      throw upper.fail(e);
    }
  }

  private int readFragment(int length) throws IOException {
    if (!values.isCommand()) {
      throw upper.fail(
          new PduException(
              Abort.UNEXPECTED_PDU_PARAMETER, "Data set fragment where a command set begins"));
    }
    if (length + values.remaining() > MAX_COMMAND_LENGTH) {
      throw upper.fail(
          PduException.invalid("Command set of more than " + MAX_COMMAND_LENGTH + " bytes"));
    }
    int end = length + (int) values.remaining();
    if (end > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(end, 2 * buffer.length));
    }
    for (int at = length; at < end; ) {
      at += values.read(buffer, at, end - at);
    }
    return end;
  }

  /** The data set of the latest command, to be read once; empty when it has none. */
  MessageData data() {
    return data;
  }

  /** Whether the latest message has been read to its end. */
  boolean isDrained() {
    return data.isAtEnd();
  }

  /** Skips what is left of the latest message. */
  void drain() throws IOException {
    data.skipRest();
  }

  /** Whether another message has begun to arrive; never waits. */
  boolean poll() throws IOException {
    if (!upper.isEstablished() || upper.state() == UpperLayerState.AWAITING_LOCAL_RELEASE) {
      return false;
    }
    try {
      return upper.input().remaining() > 0 || upper.input().poll();
    } catch (IOException e) {
      throw upper.broken(e);
    }
  }

  /** Waits for another message to begin, for a limited time; tells whether one has. */
  boolean await(Duration limit) throws IOException {
    if (poll()) {
      return true;
    }
    try {
      return upper.isEstablished() && upper.input().await(limit);
    } catch (IOException e) {
      throw upper.broken(e);
    }
  }
}
