package org.lucina.endpoint.splunk;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.DicomDateTime;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.OrthancId;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.simple.DateTimes;
import org.lucina.spi.simple.SimpleJson;

/**
 * Makes events of dixels as the HTTP event collector takes them.
 *
 * @param index of Splunk
 * @param host that the events are said to come from
 * @param sourceType how Splunk reads them
 * @param form of the body
 * @param zone of dates and times that do not tell theirs
 * @param clock for dixels without date
 */
record EventWriter(
    String index, String host, String sourceType, Form form, ZoneId zone, Clock clock) {

  /**
   * An event as it is sent.
   *
   * @param body from {@link #body}
   */
  String event(Reference reference, DataSet tags, String body) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("host", host);
    envelope.put("sourcetype", sourceType);
    envelope.put("index", index);
    String head = SimpleJson.of(envelope);
    return "{\"time\":"
        + epoch(reference.level(), tags)
        + ","
        + head.substring(1, head.length() - 1)
        + ",\"event\":"
        + body
        + "}";
  }

  /** What is told of a dixel, the same each time. */
  String body(Reference reference, DataSet tags) throws IOException {
    return form.event(tags, about(reference, tags));
  }

  /** Level and identifier of an event, by which repeated ones are told. */
  static Map<String, String> about(Reference reference, DataSet tags) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("level", level(reference.level()));
    about.put("oid", identifier(reference, tags));
    return about;
  }

  /** Orthanc's identifier, in which a patient who is unknown has an empty one. */
  private static String identifier(Reference reference, DataSet tags) {
    Reference whole = Reference.of(reference.level(), tags).orElse(reference);
    String[] uids =
        Stream.of(
                Optional.of(whole.patientId().orElse("")),
                whole.studyUid(),
                whole.seriesUid(),
                whole.instanceUid())
            .limit(whole.level().ordinal() + 1L)
            .map(uid -> uid.orElse(""))
            .toArray(String[]::new);
    return OrthancId.of(uids);
  }

  static String level(DicomLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /** Seconds since 1970 with milliseconds: when the dixel says it was made, or now. */
  private String epoch(DicomLevel level, DataSet tags) {
    ZoneId own =
        tags.string(Tag.TimezoneOffsetFromUTC)
            .flatMap(DicomDateTime::parseOffset)
            .<ZoneId>map(ZoneOffset::normalized)
            .orElse(zone);
    Instant time =
        DateTimes.of(level, tags)
            .map(local -> local.atZone(own).toInstant())
            .orElseGet(clock::instant);
    return BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString();
  }
}
