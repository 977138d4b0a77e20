package org.lucina.endpoint.twilio;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Delivery;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpSettings;
import org.lucina.spi.text.Template;

/** Offers the endpoint type {@code twilio}: text messages about what is put to it. */
public final class TwilioProvider implements EndpointProvider {
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9]{1,64}");

  @Override
  public String type() {
    return "twilio";
  }

  @Override
  public String description() {
    return "Sends text messages by Twilio about each dixel that is put; what the messages tell, a"
        + " template says";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required("account", Type.STRING, "Account SID"),
        Property.required("token", Type.STRING, "Auth token of the account").asSecret(),
        Property.required(
            "from",
            Type.STRING,
            "Number that messages come from, such as +15551234567, or the SID of a messaging"
                + " service (MG...)"),
        Property.required("to", Type.STRING, "Numbers that get messages, separated by commas"),
        Property.optional(
            "text",
            Type.STRING,
            "Lucina: {reference}",
            "Template of a message, which ends after 1,600 characters: " + Template.SYNTAX),
        Property.optional(
            "url", Type.URI, "https://api.twilio.com", "Address of Twilio's interface"),
        Property.optional(
                "connect-timeout", Type.DURATION, "PT10S", "How long a connection may take")
            .positive(),
        Property.optional(
                "read-timeout", Type.DURATION, "PT30S", "How long Twilio may take to answer")
            .positive());
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    String account = config.string("account");
    if (!ACCOUNT.matcher(account).matches()) {
      throw new ProviderException("property 'account' is no SID");
    }
    List<String> numbers =
        Arrays.stream(config.string("to").split(","))
            .map(String::strip)
            .filter(number -> !number.isEmpty())
            .distinct()
            .toList();
    if (numbers.isEmpty()) {
      throw new ProviderException("property 'to' names no number");
    }
    HttpSettings settings = HttpSettings.of(config, server).basic(account, config.string("token"));
    try {
      return new TwilioEndpoint(
          new TwilioAccount(new HttpPeer(settings), account, config.string("from")),
          new Delivery<>(server, numbers, number -> number),
          Template.parse(config.string("text")));
    } catch (IllegalArgumentException e) {
      throw new ProviderException(e.getMessage(), e);
    }
  }
}
