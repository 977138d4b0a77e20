package org.lucina.endpoint.orthanc;

import java.util.ArrayList;
import java.util.List;
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

/** Offers the endpoint type {@code orthanc-proxy}: a PACS that is reached through an Orthanc. */
public final class OrthancProxyProvider implements EndpointProvider {
  @Override
  public String type() {
    return "orthanc-proxy";
  }

  @Override
  public String description() {
    return "A PACS that is queried, and from which is retrieved, through an Orthanc server";
  }

  @Override
  public ConfigSpec configSpec() {
    List<Property> properties =
        new ArrayList<>(
            HttpSettings.properties("Address of Orthanc's REST interface, as http://host:8042"));
    properties.add(
        Property.required("modality", Type.STRING, "Orthanc's name of the PACS (DicomModalities)"));
    properties.add(
        Property.optional(
            "target",
            Type.STRING,
            "AE title of Orthanc as the PACS knows it; Orthanc's own when absent"));
    properties.add(
        Property.optional(
                "job-timeout", Type.DURATION, "PT1H", "How long it may take to query or retrieve")
            .positive());
    return new ConfigSpec(properties);
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    OrthancApi api = new OrthancApi(new HttpPeer(HttpSettings.of(config, server)));
    Orthanc orthanc =
        new Orthanc(
            api,
            new Orthanc.Ways(Existing.REFUSE, false, 500, config.duration("job-timeout")),
            server);
    return new OrthancProxy(
        orthanc,
        new RemoteModalities(api, config.duration("job-timeout")),
        config.string("modality"),
        config.find("target"));
  }
}
