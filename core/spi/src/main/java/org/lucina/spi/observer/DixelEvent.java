package org.lucina.spi.observer;

import java.time.Instant;
import java.util.Objects;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.Reference;

/**
 * Something that happened to a dixel.
 *
 * @param id the same when the same happening is told again, and never that of another happening of
 *     the same source: at most 500 characters. Pipelines drop a repeat that comes soon.
 * @param kind what happened
 * @param reference to which dixel; an endpoint for the same source can {@code get} it
 * @param time when it happened as far as the source tells, else when it was noticed
 * @param tags what the source told along, such as the answer to a query: filters may decide by it
 *     without asking an endpoint. Header attributes only, without bulk values.
 */
public record DixelEvent(String id, Kind kind, Reference reference, Instant time, DataSet tags) {

  /** What happened. */
  public enum Kind {
    /** It is there for the first time. */
    ADDED,
    /** A patient, study or series got no new instances for a while. */
    STABLE,
    /** It is there in another form than before. */
    CHANGED,
    /** It is gone. */
    DELETED,
    /** Its turn has come, without a change to it: by a schedule or an administrator's wish. */
    DUE
  }

  /** Refuses what is missing or too long. */
  public DixelEvent {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(reference);
    Objects.requireNonNull(time);
    Objects.requireNonNull(tags);
    if (id.isBlank() || id.length() > 500) {
      throw new IllegalArgumentException("the id of an event has 1 to 500 characters");
    }
  }

  /** An event of which nothing more is known. */
  public DixelEvent(String id, Kind kind, Reference reference, Instant time) {
    this(id, kind, reference, time, new DataSet());
  }

  /** For logs: nothing of the tags. */
  @Override
  public String toString() {
    return kind + " " + reference;
  }
}
