package org.lucina.endpoint.slack;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Pattern;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;

/** A channel that an app posts to by its token. */
final class AppChannel implements SlackChannel {
  /** Errors that pass, of those that Slack tells in an answer with status 200. */
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org");

  private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");

  private final HttpPeer slack;
  private final String channel;

  AppChannel(HttpPeer slack, String channel) {
    this.slack = slack;
    this.channel = channel;
  }

  @Override
  public void post(String text) throws EndpointException {
    String body =
        Json.createObjectBuilder().add("channel", channel).add("text", text).build().toString();
    succeed(HttpCall.post("/chat.postMessage").body(body, JSON));
  }

  @Override
  public String check() throws EndpointException {
    succeed(HttpCall.post("/auth.test").body("{}", JSON));
    return "Slack knows the token";
  }

  private void succeed(HttpCall call) throws EndpointException {
    String answer = slack.text(call);
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      JsonObject told = reader.readObject();
      if (told.getBoolean("ok", false)) {
        return;
      }
      String error = told.getString("error", "");
      throw new EndpointException(
          PASSING.contains(error) ? Reason.UNAVAILABLE : Reason.REFUSED,
          "Slack answered "
              + (CODE.matcher(error).matches() ? error : "an unknown error")
              + " to "
              + call);
    } catch (JsonException | ClassCastException e) {
      throw new EndpointException(
          Reason.FAILED, slack.address() + " does not answer as Slack does", e);
    }
  }
}
