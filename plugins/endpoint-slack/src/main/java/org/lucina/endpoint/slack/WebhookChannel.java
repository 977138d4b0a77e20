package org.lucina.endpoint.slack;

import jakarta.json.Json;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpStatusException;

/** The channel of an incoming webhook, whose path is a secret. */
final class WebhookChannel implements SlackChannel {
  private final HttpPeer slack;
  private final String path;

  WebhookChannel(HttpPeer slack, String path) {
    this.slack = slack;
    this.path = path;
  }

  @Override
  public void post(String text) throws EndpointException {
    String body = Json.createObjectBuilder().add("text", text).build().toString();
    try {
      slack.text(HttpCall.post(path).body(body, JSON));
    } catch (EndpointException e) {
      throw withoutPath(e);
    }
  }

  /** A webhook answers to nothing but posts; that it answers at all is something. */
  @Override
  public String check() throws EndpointException {
    try {
      slack.text(HttpCall.get(path));
    } catch (HttpStatusException answered) {
      // which is all that can be known
    } catch (EndpointException e) {
      throw withoutPath(e);
    }
    return slack.address() + " answers; whether the webhook is good only a post can tell";
  }

  private EndpointException withoutPath(EndpointException e) {
    String told = e.getMessage().replace(path, "/...");
    return new EndpointException(e.reason(), told, e.getCause());
  }
}
