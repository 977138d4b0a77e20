package org.lucina.archive.pipeline.queue;

import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;

/**
 * Events as messages: a map of text, attributes as DICOM JSON. What may tell of a patient is in the
 * body only, as brokers log properties.
 */
final class EventMessages {
  private static final String ATTEMPTS = "lucinaAttempts";
  private static final String AFTER = "lucinaAfter";
  private static final String THROUGH = "lucinaThrough";
  private static final String GROUP = "JMSXGroupID";

  /** Brokers remember each group, so that studies share some. */
  private static final int GROUPS = 1_024;

  private EventMessages() {}

  static MapMessage write(Session session, QueuedEvent queued, boolean ordered)
      throws JMSException {
    MapMessage message = session.createMapMessage();
    DixelEvent event = queued.event();
    message.setString("id", event.id());
    message.setString("kind", event.kind().name());
    message.setString("time", event.time().toString());
    Reference reference = event.reference();
    message.setString("level", reference.level().name());
    put(message, "patient", reference.patientId());
    put(message, "study", reference.studyUid());
    put(message, "series", reference.seriesUid());
    put(message, "instance", reference.instanceUid());
    put(message, "key", reference.key());
    if (event.tags().size() > 0) {
      message.setString("tags", json(event.tags()));
    }
    message.setIntProperty(ATTEMPTS, queued.attempts());
    property(message, AFTER, queued.after());
    property(message, THROUGH, queued.through());
    if (ordered) {
      message.setStringProperty(GROUP, group(reference));
    }
    return message;
  }

  static QueuedEvent read(Message message) throws JMSException {
    MapMessage map = (MapMessage) message;
    Reference reference =
        new Reference(
            DicomLevel.valueOf(map.getString("level")),
            get(map, "patient"),
            get(map, "study"),
            get(map, "series"),
            get(map, "instance"),
            get(map, "key"));
    DixelEvent event =
        new DixelEvent(
            map.getString("id"),
            DixelEvent.Kind.valueOf(map.getString("kind")),
            reference,
            Instant.parse(map.getString("time")),
            get(map, "tags").map(EventMessages::tags).orElseGet(DataSet::new));
    return new QueuedEvent(
        event,
        map.getIntProperty(ATTEMPTS),
        Optional.ofNullable(map.getStringProperty(AFTER)),
        Optional.ofNullable(map.getStringProperty(THROUGH)));
  }

  /** Events of one study are in one group; so are those of a patient without a study. */
  private static String group(Reference reference) {
    String whole =
        reference
            .studyUid()
            .or(reference::patientId)
            .or(reference::key)
            .or(reference::identifier)
            .orElse("");
    return "g" + Math.floorMod(whole.hashCode(), GROUPS);
  }

  private static String json(DataSet tags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      DicomJson.write(tags, out);
    } catch (IOException e) {
      throw new IllegalArgumentException("an event carries bulk values", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static DataSet tags(String json) {
    try {
      return DicomJson.read(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), ReadLimits.DEFAULT);
    } catch (IOException e) {
      throw new IllegalStateException("this server has written it", e);
    }
  }

  private static void put(MapMessage map, String name, Optional<String> value) throws JMSException {
    if (value.isPresent()) {
      map.setString(name, value.get());
    }
  }

  private static Optional<String> get(MapMessage map, String name) throws JMSException {
    return Optional.ofNullable(map.getString(name));
  }

  private static void property(Message message, String name, Optional<String> value)
      throws JMSException {
    if (value.isPresent()) {
      message.setStringProperty(name, value.get());
    }
  }
}
