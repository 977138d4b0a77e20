package org.lucina.endpoint.dicomweb;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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

/** Offers the endpoint type {@code dicomweb}: a DICOMweb service. */
public final class DicomWebProvider implements EndpointProvider {
  private static final Pattern FIELD = Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`~-]+): *(.+)");

  @Override
  public String type() {
    return "dicomweb";
  }

  @Override
  public String description() {
    return "A DICOMweb service: searches by QIDO-RS, retrieves by WADO-RS or WADO-URI, stores by"
        + " STOW-RS";
  }

  @Override
  public ConfigSpec configSpec() {
    List<Property> properties =
        new ArrayList<>(
            HttpSettings.properties("Address of the service, such as http://host:8042/dicom-web"));
    properties.add(
        Property.optional("token", Type.STRING, "Bearer token, instead of user and password")
            .asSecret());
    properties.add(
        Property.optional(
                "headers",
                Type.STRING,
                "More header fields of each request, as 'Name: value', joined by |")
            .asSecret());
    properties.add(
        Property.optional(
                "urls",
                Type.STRING,
                "either",
                "Searches of series and instances: 'hierarchical' below their study, 'relational'"
                    + " over all of them, or 'either' as the keys allow")
            .allowing("either", "hierarchical", "relational"));
    properties.add(
        Property.optional(
            "escapes",
            Type.BOOLEAN,
            "true",
            "Whether the service decodes escapes (%5E for ^) in searches, which Orthanc 1.10 does"
                + " not; else wild cards stand for what needs them, and matches are sorted out"
                + " here"));
    properties.add(
        Property.optional(
            "fuzzy-matching", Type.BOOLEAN, "false", "Whether the service matches names fuzzily"));
    properties.add(
        Property.optional(
                "page-size", Type.INTEGER, "200", "How many matches are asked for at once")
            .between(1, 10_000));
    properties.add(
        Property.optional(
            "wado-uri", Type.URI, "Address of a WADO-URI service that objects are got from"));
    properties.add(
        Property.optional(
                "store-size", Type.INTEGER, "20", "How many objects are stored in one request")
            .between(1, 1_000));
    properties.add(
        Property.optional(
            "deletes", Type.BOOLEAN, "false", "Whether the service removes by DELETE"));
    return new ConfigSpec(properties);
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    HttpSettings settings = settings(config, server);
    return new DicomWeb(
        new HttpPeer(settings),
        new DicomWeb.Ways(
            Urls.valueOf(config.string("urls").toUpperCase(Locale.ROOT)),
            config.flag("escapes"),
            config.flag("fuzzy-matching"),
            (int) config.integer("page-size"),
            (int) config.integer("store-size"),
            config.flag("deletes")),
        wadoUri(config, settings));
  }

  private static HttpSettings settings(Configuration config, ServerContext server)
      throws ProviderException {
    HttpSettings settings = HttpSettings.of(config, server);
    Optional<String> token = config.find("token");
    if (token.isPresent()) {
      if (config.find("user").isPresent()) {
        throw new ProviderException("either token or user and password are given");
      }
      settings = settings.header("Authorization", "Bearer " + token.get());
    }
    for (String field : config.find("headers").orElse("").split("\\|")) {
      if (!field.isBlank()) {
        var parts = FIELD.matcher(field.strip());
        if (!parts.matches()) {
          throw new ProviderException("headers must be written 'Name: value', joined by |");
        }
        settings = header(settings, parts.group(1), parts.group(2));
      }
    }
    return settings;
  }

  /** Java keeps some fields, such as Host, for itself; its message would show the value. */
  private static HttpSettings header(HttpSettings settings, String field, String value)
      throws ProviderException {
    try {
      HttpRequest.newBuilder().header(field, value);
    } catch (IllegalArgumentException shown) {
      throw new ProviderException("headers: '" + field + "' cannot be set so");
    }
    return settings.header(field, value);
  }

  private static Optional<HttpPeer> wadoUri(Configuration config, HttpSettings settings)
      throws ProviderException {
    return config.find("wado-uri").isEmpty()
        ? Optional.empty()
        : Optional.of(new HttpPeer(settings.at(config, "wado-uri")));
  }
}
