package org.lucina.endpoint.orthanc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Offers the endpoint type {@code orthanc}: an Orthanc server. */
public final class OrthancProvider implements EndpointProvider {
  @Override
  public String type() {
    return "orthanc";
  }

  @Override
  public String description() {
    return "An Orthanc server, by its REST interface";
  }

  @Override
  public ConfigSpec configSpec() {
    List<Property> properties =
        new ArrayList<>(
            HttpSettings.properties("Address of its REST interface, such as http://host:8042"));
    properties.add(
        Property.optional(
                "existing",
                Type.STRING,
                "replace",
                "When it has an object of the same UIDs with other bytes: 'replace' it, 'keep' it"
                    + " and drop what is put, or 'refuse' what is put")
            .allowing("replace", "keep", "refuse"));
    properties.add(
        Property.optional(
                "unindexed",
                Type.STRING,
                "read",
                "Queries by attributes that Orthanc has no index of: 'read' one object after the"
                    + " other, which may take long, or 'refuse' them")
            .allowing("read", "refuse"));
    properties.add(
        Property.optional(
                "page-size", Type.INTEGER, "500", "How many matches are asked for at once")
            .between(1, 100_000));
    properties.add(
        Property.optional(
                "job-timeout",
                Type.DURATION,
                "PT1H",
                "How long it may take to anonymize, modify, send or retrieve")
            .positive());
    return new ConfigSpec(properties);
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    return new Orthanc(
        new OrthancApi(new HttpPeer(HttpSettings.of(config, server))),
        new Orthanc.Ways(
            Existing.valueOf(config.string("existing").toUpperCase(Locale.ROOT)),
            config.string("unindexed").equals("read"),
            (int) config.integer("page-size"),
            config.duration("job-timeout")),
        server);
  }
}
