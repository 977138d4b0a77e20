package org.lucina.endpoint.orthanc;

/** What becomes of an object that Orthanc has already, with other bytes than those that are put. */
enum Existing {
  REPLACE,
  KEEP,
  REFUSE
}
