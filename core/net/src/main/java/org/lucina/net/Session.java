package org.lucina.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.net.pdu.Abort;
import org.lucina.net.pdu.PduException;

/** An established association: sends requests, waits for responses, serves what comes between. */
final class Session implements Association {
  private static final int MAX_MESSAGE_ID = 0xFFFF;

  private final UpperLayer upper;
  private final boolean requestor;
  private final Negotiated negotiated;
  private final InetSocketAddress remoteAddress;
  private final MessageInput input;
  private final MessageOutput output;
  private final Dispatcher dispatcher;
  private Optional<Command> lookahead = Optional.empty();
  private int lastMessageId;

  /**
   * Uses an association that both sides agreed on.
   *
   * @param requestor which side this is
   * @param services what is served on it, by SOP class
   * @param faults told of services that fail in ways that they should not
   */
  Session(
      UpperLayer upper,
      boolean requestor,
      Negotiated negotiated,
      Map<String, DimseService> services,
      ServiceFaults faults) {
    this.upper = upper;
    this.requestor = requestor;
    this.negotiated = negotiated;
    this.remoteAddress = upper.connection().remoteAddress();
    this.input = new MessageInput(upper, negotiated.contexts());
    this.output = new MessageOutput(upper, negotiated.peerMaxPduLength());
    this.dispatcher =
        new Dispatcher(
            this, new Services(services), negotiated.window().invokedBy(!requestor), faults);
  }

  @Override
  public AssociationRequest request() {
    return negotiated.request();
  }

  @Override
  public Collection<AcceptedContext> contexts() {
    return negotiated.contexts().all();
  }

  @Override
  public List<AcceptedContext> contextsFor(String sopClass) {
    return negotiated.contexts().invocable(sopClass, requestor);
  }

  @Override
  public String localAeTitle() {
    return requestor ? request().callingAeTitle() : request().calledAeTitle();
  }

  @Override
  public String remoteAeTitle() {
    return requestor ? request().calledAeTitle() : request().callingAeTitle();
  }

  @Override
  public InetSocketAddress remoteAddress() {
    return remoteAddress;
  }

  @Override
  public Optional<byte[]> extendedNegotiation(String sopClass) {
    return Optional.ofNullable(negotiated.extended().get(sopClass)).map(byte[]::clone);
  }

  @Override
  public Optional<byte[]> userIdentityResponse() {
    return negotiated.identityResponse().map(byte[]::clone);
  }

  @Override
  public int maxOperationsInvoked() {
    return negotiated.window().invokedBy(requestor);
  }

  @Override
  public boolean isOpen() {
    return upper.isEstablished();
  }

  @Override
  public Response echo() throws IOException {
    return new Invocation(this).echo();
  }

  @Override
  public Response store(
      AcceptedContext context,
      String sopClass,
      String sopInstance,
      Optional<MoveOriginator> moveOriginator,
      DataSource data)
      throws IOException {
    return new Invocation(this)
        .store(new StoreOperation(context, sopClass, sopInstance, moveOriginator, data));
  }

  @Override
  public void storeAll(Iterator<StoreOperation> operations, StoreSink outcome) throws IOException {
    new PipelinedStore(this, operations, outcome).run();
  }

  @Override
  public Response invoke(
      AcceptedContext context,
      DimseCommand type,
      DataSet fields,
      Optional<DataSet> data,
      PendingSink pending)
      throws IOException {
    return new Invocation(this).invoke(context, type, fields, data, pending);
  }

  @Override
  public boolean serve(Duration wait) throws IOException {
    if (lookahead.isEmpty() && !input.await(wait)) {
      return false;
    }
    Optional<Command> command = next();
    if (command.isEmpty()) {
      upper.respondToRelease();
      return false;
    }
    perform(command.get());
    return true;
  }

  /** Serves request after request until the peer releases, or no more may begin. */
  void serveAll(Activity activity) throws IOException {
    boolean more = true;
    while (more) {
      Optional<Command> command = next();
      if (command.isEmpty()) {
        upper.respondToRelease();
        return;
      }
      more = activity.begin();
      if (more) {
        perform(command.get());
        more = activity.end();
      }
    }
    upper.abortNow();
    throw new AssociationException("Aborted: this side is closing");
  }

  @Override
  public void release() throws IOException {
    if (isReleaseRequested()) {
      upper.respondToRelease();
    } else {
      upper.release();
    }
  }

  @Override
  public void abort() {
    upper.abort();
  }

  int nextMessageId() {
    lastMessageId = lastMessageId == MAX_MESSAGE_ID ? 1 : lastMessageId + 1;
    return lastMessageId;
  }

  void send(AcceptedContext context, DataSet command, Optional<DataSource> data)
      throws IOException {
    output.send(context.id(), command, data);
  }

  /** Waits for a response, and performs the requests that come in the meantime. */
  Command awaitResponse() throws IOException {
    while (true) {
      Optional<Command> command = next();
      if (command.isEmpty()) {
        upper.respondToRelease();
        throw new AssociationException("The peer released the association instead of responding");
      }
      if (command.get().isResponse()) {
        return command.get();
      }
      perform(command.get());
    }
  }

  /** Fails for a response that belongs to no request. */
  AssociationException stray(Command response) {
    return upper.fail(
        new PduException(
            Abort.UNEXPECTED_PDU_PARAMETER,
            "Response to message " + response.messageId() + ", which awaits none"));
  }

  /** The response with its data set. */
  Response response(Command command) throws IOException {
    if (!command.hasData()) {
      return new Response(command.set(), Optional.empty());
    }
    DataSet data =
        DataSets.read(
            input.data(), command.context().transferSyntax(), DataSets.MAX_RESPONSE_LENGTH);
    return new Response(command.set(), Optional.of(data));
  }

  /** Takes C-CANCEL requests that have arrived, without waiting for one. */
  void lookForCancel() throws IOException {
    while (lookahead.isEmpty() && input.isDrained() && input.poll()) {
      Optional<Command> command = input.next();
      if (command.isPresent() && command.get().isCancel()) {
        dispatcher.cancel(command.get().messageId());
      } else {
        lookahead = command;
      }
    }
  }

  /** Whether a response may be there to be taken without waiting. */
  boolean hasInput() throws IOException {
    return lookahead.isPresent() || input.isDrained() && input.poll();
  }

  boolean isReleaseRequested() {
    return upper.state() == UpperLayerState.AWAITING_LOCAL_RELEASE;
  }

  /** Whether the requests that are served here come from the association's requestor. */
  boolean isServingRequestor() {
    return !requestor;
  }

  private Optional<Command> next() throws IOException {
    if (lookahead.isPresent()) {
      Optional<Command> command = lookahead;
      lookahead = Optional.empty();
      return command;
    }
    Optional<Command> command = input.next();
    while (command.isPresent() && command.get().isCancel()) {
      dispatcher.cancel(command.get().messageId());
      command = input.next();
    }
    return command;
  }

  private void perform(Command command) throws IOException {
    if (command.isResponse()) {
      throw stray(command);
    }
    dispatcher.perform(command, input);
  }
}
