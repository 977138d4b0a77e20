package org.lucina.spi.endpoint;

/** What an endpoint can do; what it does not name is never called. */
public enum Operation {
  PUT,
  GET,
  FIND,
  EXISTS,
  UPDATE,
  DELETE
}
