package org.lucina.archive.index;

/** Levels of the Query/Retrieve information model (PS3.4 C.6). */
public enum Level {
  PATIENT,
  STUDY,
  SERIES,
  IMAGE
}
