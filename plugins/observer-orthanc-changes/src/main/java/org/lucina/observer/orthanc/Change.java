package org.lucina.observer.orthanc;

import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.lucina.spi.dixel.DicomLevel;

/**
 * A change as Orthanc tells it.
 *
 * @param number its number, growing within one database
 * @param type what happened, as Orthanc calls it
 * @param level to what; empty for what is none of the levels
 * @param id Orthanc's identifier of it
 * @param date when, as Orthanc writes it
 */
record Change(long number, String type, Optional<DicomLevel> level, String id, String date) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  static Change of(JsonObject json) {
    return new Change(
        json.getJsonNumber("Seq").longValue(),
        json.getString("ChangeType"),
        DicomLevel.parse(json.getString("ResourceType", "")),
        json.getString("ID", ""),
        json.getString("Date", ""));
  }

  /** Differs from that of any other change, also of another database. */
  String signature() {
    return number + "|" + date + "|" + type + "|" + id;
  }

  /** When it happened, which Orthanc writes in UTC; now when it does not say so. */
  Instant time() {
    try {
      return LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return Instant.now();
    }
  }
}
