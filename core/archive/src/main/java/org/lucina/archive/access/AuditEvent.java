package org.lucina.archive.access;

import java.util.Optional;
import org.lucina.archive.access.AuditMessage.Code;

/**
 * How an event is coded (PS3.15 A.5.3).
 *
 * @param id Event ID
 * @param type Event Type Code, if any
 * @param action C create, R read, U update, D delete, E execute
 */
record AuditEvent(Code id, Optional<Code> type, String action) {
  private static final Code ACTIVITY = new Code("110100", "Application Activity");

  static AuditEvent of(AuditTrail.Event event) {
    return switch (event) {
      case STORE -> plain("110104", "DICOM Instances Transferred", "C");
      case RETRIEVE -> plain("110104", "DICOM Instances Transferred", "R");
      case QUERY -> plain("110112", "Query", "E");
      case DELETE -> plain("110103", "DICOM Instances Accessed", "D");
      case EXPORT -> plain("110106", "Export", "R");
      case IMPORT -> plain("110107", "Import", "C");
      case LOGIN_FAILURE ->
          typed(new Code("110114", "User Authentication"), new Code("110122", "Login"));
      case APPLICATION_START -> typed(ACTIVITY, new Code("110120", "Application Start"));
      case APPLICATION_STOP -> typed(ACTIVITY, new Code("110121", "Application Stop"));
    };
  }

  private static AuditEvent plain(String code, String meaning, String action) {
    return new AuditEvent(new Code(code, meaning), Optional.empty(), action);
  }

  private static AuditEvent typed(Code id, Code type) {
    return new AuditEvent(id, Optional.of(type), "E");
  }
}
