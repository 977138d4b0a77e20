package org.lucina.endpoint.slack;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpSettings;
import org.lucina.spi.text.Template;

/** Offers the endpoint type {@code slack}: posts about what is put to it. */
public final class SlackProvider implements EndpointProvider {
  @Override
  public String type() {
    return "slack";
  }

  @Override
  public String description() {
    return "Posts to a channel of Slack about each dixel that is put; what the posts tell, a"
        + " template says";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
                "webhook",
                Type.URI,
                "Address of an incoming webhook, which names the channel; what begins with it may"
                    + " post, so it is a secret")
            .asSecret(),
        Property.optional(
                "token",
                Type.STRING,
                "Token of a Slack app with the scope chat:write, in place of a webhook")
            .asSecret(),
        Property.optional("channel", Type.STRING, "Channel that the app posts to, by name or id"),
        Property.optional(
            "url", Type.URI, "https://slack.com/api", "Address of Slack's methods for apps"),
        Property.optional(
            "text",
            Type.STRING,
            "Lucina: {reference}",
            "Template of a post, in Slack's mrkdwn: " + Template.SYNTAX),
        Property.optional(
                "connect-timeout", Type.DURATION, "PT10S", "How long a connection may take")
            .positive(),
        Property.optional(
                "read-timeout", Type.DURATION, "PT30S", "How long Slack may take to answer")
            .positive());
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    try {
      return new SlackEndpoint(Template.parse(config.string("text")), channel(config, server));
    } catch (IllegalArgumentException e) {
      throw new ProviderException(e.getMessage(), e);
    }
  }

  private static SlackChannel channel(Configuration config, ServerContext server)
      throws ProviderException {
    Optional<String> webhook = config.find("webhook");
    Optional<String> token = config.find("token");
    Optional<String> channel = config.find("channel");
    if (webhook.isPresent() == token.isPresent() || token.isPresent() != channel.isPresent()) {
      throw new ProviderException("either webhook, or token and channel must be given");
    }
    if (token.isEmpty()) {
      return webhook(config, server);
    }
    HttpSettings settings =
        HttpSettings.of(config, server).header("Authorization", "Bearer " + token.get());
    return new AppChannel(new HttpPeer(settings), channel.orElseThrow());
  }

  /** The path is kept apart, as the peer tells its address when something is wrong. */
  private static SlackChannel webhook(Configuration config, ServerContext server)
      throws ProviderException {
    URI webhook = config.uri("webhook");
    boolean http = "https".equals(webhook.getScheme()) || "http".equals(webhook.getScheme());
    if (!http || webhook.getHost() == null || webhook.getRawUserInfo() != null) {
      throw new ProviderException("property 'webhook' is no https address");
    }
    URI host = URI.create(webhook.getScheme() + "://" + webhook.getRawAuthority());
    HttpSettings usual = HttpSettings.of(config, server);
    HttpSettings settings =
        new HttpSettings(host, List.of(), usual.connectTimeout(), usual.readTimeout(), usual.tls());
    String path = webhook.toString().substring(host.toString().length());
    return new WebhookChannel(new HttpPeer(settings), path);
  }
}
