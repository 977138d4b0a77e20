package org.lucina.endpoint.slack;

import org.lucina.spi.endpoint.EndpointException;

/** Where posts go. */
interface SlackChannel {
  /** The media type of all that is posted. */
  String JSON = "application/json; charset=utf-8";

  /** Posts a text, which is quoted already. */
  void post(String text) throws EndpointException;

  /** Tells what answers there, without a post. */
  String check() throws EndpointException;
}
