package org.lucina.endpoint.xnat;

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
import org.lucina.spi.http.HttpSettings;

/** Offers the endpoint type {@code xnat}: a project of an XNAT server. */
public final class XnatProvider implements EndpointProvider {
  @Override
  public String type() {
    return "xnat";
  }

  @Override
  public String description() {
    return "A project of an XNAT server: patients are its subjects, studies its experiments,"
        + " series the scans of these, and instances the files of their resource DICOM";
  }

  @Override
  public ConfigSpec configSpec() {
    List<Property> properties =
        new ArrayList<>(HttpSettings.properties("Address of the XNAT server"));
    properties.add(Property.required("project", Type.STRING, "Id of the project"));
    return new ConfigSpec(properties);
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    XnatSession session = new XnatSession(HttpSettings.of(config, server));
    return new XnatEndpoint(session, new XnatProject(session, config.string("project")));
  }
}
