package org.lucina.endpoint.twilio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpStatusException;

/** Sends messages in the name of an account (Twilio's Messages resource of 2010-04-01). */
final class TwilioAccount {
  private static final Pattern ERROR = Pattern.compile("\"code\"\\s*:\\s*([0-9]{4,6})");
  private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");

  private final HttpPeer twilio;
  private final String path;
  private final String from;

  TwilioAccount(HttpPeer twilio, String account, String from) {
    this.twilio = twilio;
    this.path = "/2010-04-01/Accounts/" + account;
    this.from = from;
  }

  /** Whether Twilio knows the account and its token. */
  void check() throws EndpointException {
    twilio.text(HttpCall.get(path + ".json"));
  }

  /**
   * Sends a message.
   *
   * @throws EndpointException with the code of the error, without the words: they name numbers
   */
  void send(String to, String text) throws EndpointException {
    String sender = SERVICE.matcher(from).matches() ? "MessagingServiceSid" : "From";
    String form = "To=" + encode(to) + "&" + sender + "=" + encode(from) + "&Body=" + encode(text);
    try {
      twilio.text(
          HttpCall.post(path + "/Messages.json").body(form, "application/x-www-form-urlencoded"));
    } catch (HttpStatusException e) {
      Matcher error = ERROR.matcher(e.body());
      throw new EndpointException(
          e.reason(),
          "Twilio answered status "
              + e.status()
              + (error.find() ? ", error " + error.group(1) : ""));
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
