package org.lucina.endpoint.splunk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpSettings;

/** Offers the endpoint type {@code splunk}: events in Splunk, put and searched by HTTP. */
public final class SplunkProvider implements EndpointProvider {
  @Override
  public String type() {
    return "splunk";
  }

  @Override
  public String description() {
    return "A Splunk server: attributes become events by its event collector, and are searched";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required(
            "url", Type.URI, "Address of the event collector, such as https://host:8088"),
        Property.required("token", Type.STRING, "Token of the event collector").asSecret(),
        Property.optional(
            "search-url",
            Type.URI,
            "Address of the search service, such as https://host:8089; nothing is found without"),
        Property.optional("user", Type.STRING, "User who searches"),
        Property.optional("password", Type.STRING, "Password of the user").asSecret(),
        Property.optional("index", Type.STRING, "dicom", "Index of Splunk"),
        Property.optional(
            "host", Type.STRING, "What events are said to come from; this machine if absent"),
        Property.optional("source-type", Type.STRING, "_json", "How Splunk reads the events"),
        Property.optional("level", Type.STRING, "study", "What an event is")
            .allowing("study", "series", "instance"),
        Property.optional(
                "form",
                Type.STRING,
                "simple",
                "Body of an event: 'simple' has keywords and values, 'dicom-json' that of PS3.18")
            .allowing("simple", "dicom-json"),
        Property.optional(
            "time-zone",
            Type.STRING,
            "Zone of dates and times that do not tell theirs, such as Europe/Berlin; that of this"
                + " machine if absent"),
        Property.optional("batch", Type.INTEGER, "100", "Events that are sent at once")
            .between(1, 10_000),
        Property.optional(
            "remember",
            Type.DURATION,
            "P1D",
            "How long an event that is put again, just the same, is not sent again; PT0S to send"
                + " all"),
        Property.optional(
            "acknowledge",
            Type.BOOLEAN,
            "false",
            "Whether a put waits until Splunk has indexed the event; the token must allow it"),
        Property.optional(
            "acknowledge-timeout", Type.DURATION, "PT2M", "How long indexing may take"),
        Property.optional("search-timeout", Type.DURATION, "PT10M", "How long a search may take"),
        Property.optional(
            "poll-interval", Type.DURATION, "PT1S", "Time between questions whether one is done"),
        Property.optional("page-size", Type.INTEGER, "50000", "Results that are asked for at once")
            .between(1, 50_000),
        Property.optional(
                "connect-timeout", Type.DURATION, "PT10S", "How long a connection may take")
            .positive(),
        Property.optional(
                "read-timeout",
                Type.DURATION,
                "PT60S",
                "How long Splunk may send, or take, nothing before a call is given up")
            .positive());
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    HttpSettings collector =
        HttpSettings.of("url", config, server)
            .header("Authorization", "Splunk " + config.string("token"));
    return new SplunkEndpoint(
        DicomLevel.parse(config.string("level")).orElseThrow(),
        writer(config),
        new Collector(
            new HttpPeer(collector),
            config.flag("acknowledge"),
            config.duration("acknowledge-timeout"),
            config.duration("poll-interval")),
        (int) config.integer("batch"),
        new SentEvents(server.history(), config.duration("remember")),
        jobs(config, server));
  }

  private static EventWriter writer(Configuration config) throws ProviderException {
    Form form = Form.valueOf(config.string("form").toUpperCase(Locale.ROOT).replace('-', '_'));
    try {
      return new EventWriter(
          config.string("index"),
          config.find("host").orElseGet(SplunkProvider::machine),
          config.string("source-type"),
          form,
          config.find("time-zone").map(ZoneId::of).orElseGet(ZoneId::systemDefault),
          Clock.systemUTC());
    } catch (DateTimeException e) {
      throw new ProviderException("property 'time-zone': there is no such zone", e);
    }
  }

  private static Optional<Jobs> jobs(Configuration config, ServerContext server)
      throws ProviderException {
    if (config.find("search-url").isEmpty()) {
      return Optional.empty();
    }
    if (config.find("user").isEmpty() || config.find("password").isEmpty()) {
      throw new ProviderException("searches need the properties user and password");
    }
    HttpSettings settings =
        HttpSettings.of("search-url", config, server)
            .basic(config.string("user"), config.string("password"));
    return Optional.of(
        new Jobs(
            new HttpPeer(settings),
            config.duration("search-timeout"),
            config.duration("poll-interval"),
            (int) config.integer("page-size")));
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "lucina";
    }
  }
}
