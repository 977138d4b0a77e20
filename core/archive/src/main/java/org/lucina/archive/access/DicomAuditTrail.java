package org.lucina.archive.access;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.lucina.archive.access.AuditMessage.Code;

/** The {@link AuditTrail}: one XML message for each event (PS3.15 A.5), given to a sink. */
public final class DicomAuditTrail implements AuditTrail {
  private static final Code SOURCE = new Code("110153", "Source Role ID");
  private static final Code DESTINATION = new Code("110152", "Destination Role ID");
  private static final Code APPLICATION = new Code("110150", "Application");

  private final XMLOutputFactory factory = XMLOutputFactory.newFactory();
  private final Supplier<String> localAeTitle;
  private final Clock clock;
  private final Consumer<String> sink;

  /**
   * Writes to a sink.
   *
   * @param localAeTitle the archive's name in the messages
   * @param sink takes each message as one line of XML
   */
  public DicomAuditTrail(Supplier<String> localAeTitle, Clock clock, Consumer<String> sink) {
    this.localAeTitle = localAeTitle;
    this.clock = clock;
    this.sink = sink;
  }

  @Override
  public void record(
      Event event,
      Requestor requestor,
      Collection<String> studies,
      Collection<String> objects,
      boolean success,
      String detail) {
    try {
      AuditMessage message = new AuditMessage(factory);
      message.event(AuditEvent.of(event), clock.instant(), success, detail);
      participants(message, event, requestor);
      message.source(localAeTitle.get());
      for (String study : studies) {
        message.study(study, studies.size() == 1 ? objects : List.of());
      }
      if (event == Event.QUERY && !detail.isEmpty()) {
        message.query(detail);
      }
      sink.accept(message.finish());
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string can be written", e);
    }
  }

  private void participants(AuditMessage message, Event event, Requestor requestor)
      throws XMLStreamException {
    String local = localAeTitle.get();
    switch (event) {
      case STORE -> {
        message.participant(requestor.name(), requestor.address(), true, SOURCE);
        message.participant(local, "", false, DESTINATION);
      }
      case RETRIEVE -> {
        message.participant(local, "", false, SOURCE);
        message.participant(requestor.name(), requestor.address(), true, DESTINATION);
      }
      case QUERY -> {
        message.participant(requestor.name(), requestor.address(), true, SOURCE);
        message.participant(local, "", false, DESTINATION);
      }
      default -> message.participant(requestor.name(), requestor.address(), true, APPLICATION);
    }
  }
}
