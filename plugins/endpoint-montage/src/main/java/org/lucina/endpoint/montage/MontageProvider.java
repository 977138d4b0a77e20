package org.lucina.endpoint.montage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Offers the endpoint type {@code montage}: reports in a Montage server. */
public final class MontageProvider implements EndpointProvider {
  @Override
  public String type() {
    return "montage";
  }

  @Override
  public String description() {
    return "A Montage server, whose radiological reports are searched";
  }

  @Override
  public ConfigSpec configSpec() {
    List<Property> properties =
        new ArrayList<>(
            HttpSettings.properties("Address of the interface, such as https://host/api/v1"));
    properties.add(Property.optional("index", Type.STRING, "rad", "Collection of reports"));
    properties.add(
        Property.optional(
            "modalities",
            Type.STRING,
            "XR=95,CR=100,CT=4,XA=66",
            "The server's numbers of modalities, with commas between"));
    properties.add(
        Property.optional(
            "lookup",
            Type.BOOLEAN,
            "true",
            "Whether CPT codes and body parts of reports are looked up"));
    properties.add(
        Property.optional("most", Type.INTEGER, "1000000", "Reports that a search gives at most")
            .between(1, Integer.MAX_VALUE));
    return new ConfigSpec(properties);
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    Service service =
        new Service(
            new HttpPeer(HttpSettings.of(config, server)),
            config.string("index"),
            config.integer("most"));
    return new MontageEndpoint(
        service,
        new SearchTerms(modalities(config.string("modalities"))),
        config.flag("lookup") ? Optional.of(new Codes(service)) : Optional.empty());
  }

  private static Map<String, String> modalities(String text) throws ProviderException {
    Map<String, String> modalities = new HashMap<>();
    for (String pair : text.split(",")) {
      String[] parts = pair.strip().split("\\s*=\\s*", 2);
      if (parts.length < 2 || !parts[1].matches("\\d+")) {
        throw new ProviderException("property 'modalities': '" + pair + "' is not as CT=4");
      }
      modalities.put(parts[0], parts[1]);
    }
    return modalities;
  }
}
