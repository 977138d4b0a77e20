package org.lucina.archive.access;

import java.util.Collection;

/** Records access to patient data as DICOM audit messages (PS3.15 A.5). UIDs only, no names. */
public interface AuditTrail {

  /** What was done. */
  enum Event {
    STORE,
    QUERY,
    RETRIEVE,
    DELETE,
    /** Who is who was handed out. */
    EXPORT,
    /** Who is who was taken in. */
    IMPORT,
    LOGIN_FAILURE,
    APPLICATION_START,
    APPLICATION_STOP
  }

  /**
   * Writes one message.
   *
   * @param studies Study Instance UIDs concerned; for queries the query itself is recorded by tags
   * @param objects SOP Instance UIDs concerned, may be empty when the whole studies are
   * @param success whether it succeeded
   * @param detail more words without patient data, may be empty
   */
  void record(
      Event event,
      Requestor requestor,
      Collection<String> studies,
      Collection<String> objects,
      boolean success,
      String detail);
}
