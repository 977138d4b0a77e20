package org.lucina.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;

/** A request that is being served on a session. */
final class ServedExchange implements Exchange {
  private final Session session;
  private final Command request;
  private final DimseCommand type;
  private final MessageData data;
  private boolean cancelled;
  private boolean answered;

  ServedExchange(Session session, Command request, DimseCommand type, MessageData data) {
    this.session = session;
    this.request = request;
    this.type = type;
    this.data = data;
  }

  @Override
  public Association association() {
    return session;
  }

  @Override
  public AcceptedContext context() {
    return request.context();
  }

  @Override
  public DataSet command() {
    return request.set();
  }

  @Override
  public DimseCommand type() {
    return type;
  }

  @Override
  public InputStream data() {
    return data;
  }

  @Override
  public DataSet readData() throws IOException, DimseException {
    try {
      return DataSets.read(data, context().transferSyntax(), DataSets.MAX_IDENTIFIER_LENGTH);
    } catch (DicomFormatException e) {
      throw unreadable(e);
    }
  }

  @Override
  public boolean isCancelled() throws IOException {
    if (!cancelled) {
      session.lookForCancel();
    }
    return cancelled || session.isReleaseRequested();
  }

  @Override
  public void respond(int status, DataSet fields, Optional<DataSet> answer) throws IOException {
    if (answered) {
      throw new IllegalStateException("A final response was sent already");
    }
    answered = !Status.isPending(status);
    if (answered) {
      // No verdict on a message that may yet turn out to be broken.
      drain();
    }
    Optional<DataSource> source =
        answer.map(set -> DataSets.source(set, context().transferSyntax()));
    session.send(context(), Messages.response(request, status, fields, source.isPresent()), source);
  }

  /** Answers by a failure. */
  void fail(int status, String comment, List<Integer> offendingElements) throws IOException {
    respond(status, Messages.failure(comment, offendingElements), Optional.empty());
  }

  /** The failure that unreadable data is. */
  DimseException unreadable(DicomFormatException cause) {
    int status = type.isNormalized() ? Status.PROCESSING_FAILURE : Status.CANNOT_UNDERSTAND;
    return new DimseException(status, cause.getMessage(), List.of(), cause);
  }

  /** Skips what of the data set was not read. */
  void drain() throws IOException {
    data.skipRest();
  }

  int messageId() {
    return request.messageId();
  }

  boolean isAnswered() {
    return answered;
  }

  void cancel() {
    cancelled = true;
  }
}
