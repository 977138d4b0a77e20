package org.lucina.endpoint.tcia;

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

/** Offers the endpoint type {@code tcia}: The Cancer Imaging Archive. */
public final class TciaProvider implements EndpointProvider {
  @Override
  public String type() {
    return "tcia";
  }

  @Override
  public String description() {
    return "The Cancer Imaging Archive, or another server of NBIA: finds patients, studies, series"
        + " and instances of its collections and hands their files out";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
            "url",
            Type.URI,
            "https://services.cancerimagingarchive.net/nbia-api/services/v1",
            "Address of the NBIA Search REST API; v1 has the public collections, v2 those that a"
                + " token opens"),
        Property.optional("token", Type.STRING, "Access token, which v2 asks for").asSecret(),
        Property.optional(
            "collection", Type.STRING, "Collection that is searched when a query names none"),
        Property.optional(
                "connect-timeout", Type.DURATION, "PT10S", "How long a connection may take")
            .positive(),
        Property.optional(
                "read-timeout",
                Type.DURATION,
                "PT120S",
                "How long the other side may send nothing before a call is given up")
            .positive());
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    HttpSettings settings = HttpSettings.of(config, server);
    HttpPeer peer =
        new HttpPeer(
            config
                .find("token")
                .map(token -> settings.header("Authorization", "Bearer " + token))
                .orElse(settings));
    return new TciaEndpoint(new NbiaServer(peer), config.find("collection"));
  }
}
