package org.lucina.endpoint.mint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Uids;
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

/** Offers the endpoint type {@code mint}: an archive with a MINT search. */
public final class MintEndpointProvider implements EndpointProvider {
  private static final String WADO = "wado-url";
  private static final String SYNTAX = "wado-transfer-syntax";

  @Override
  public String type() {
    return "mint";
  }

  @Override
  public String description() {
    return "An archive that is searched by MINT, and hands out its objects by WADO-URI";
  }

  @Override
  public ConfigSpec configSpec() {
    List<Property> properties =
        new ArrayList<>(
            HttpSettings.properties("Address of the MINT service, such as https://host/mint"));
    properties.add(
        Property.optional(
            WADO,
            Type.URI,
            "Address of the WADO-URI service, such as https://host/wado, called as the same user;"
                + " without it no objects are handed out"));
    properties.add(
        Property.optional(
            SYNTAX,
            Type.STRING,
            "Transfer syntax in which objects are asked for, UID or keyword; the server's choice"
                + " when it is not given"));
    return new ConfigSpec(properties);
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    HttpSettings settings = HttpSettings.of(config, server);
    Optional<String> syntax = syntax(config);
    Optional<Wado> wado = Optional.empty();
    if (config.find(WADO).isPresent()) {
      wado = Optional.of(new Wado(new HttpPeer(settings.at(config, WADO)), syntax));
    }
    return new MintEndpoint(new MintServer(new HttpPeer(settings)), wado);
  }

  private static Optional<String> syntax(Configuration config) throws ProviderException {
    Optional<String> syntax =
        config.find(SYNTAX).map(text -> Uids.byKeyword(text).map(Uids.Entry::uid).orElse(text));
    if (syntax.filter(uid -> !Uids.transferSyntaxes().contains(uid)).isPresent()) {
      throw new ProviderException(
          "property '" + SYNTAX + "': '" + config.string(SYNTAX) + "' is no transfer syntax");
    }
    return syntax;
  }
}
