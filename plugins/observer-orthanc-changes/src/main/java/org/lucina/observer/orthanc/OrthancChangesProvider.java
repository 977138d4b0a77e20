package org.lucina.observer.orthanc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpSettings;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverProvider;

/** Offers the observer type {@code orthanc-changes}: what changes in an Orthanc server. */
public final class OrthancChangesProvider implements ObserverProvider {
  @Override
  public String type() {
    return "orthanc-changes";
  }

  @Override
  public String description() {
    return "Tells what changes in an Orthanc server, which is asked for it again and again";
  }

  @Override
  public ConfigSpec configSpec() {
    List<Property> properties = new ArrayList<>();
    properties.add(
        Property.optional(
            "endpoint", Type.STRING, "Name of an endpoint of type orthanc, instead of a url"));
    properties.add(
        Property.optional("url", Type.URI, "Address of Orthanc, such as http://host:8042"));
    List<Property> http = HttpSettings.properties("");
    properties.addAll(http.subList(1, http.size()));
    properties.add(
        Property.optional(
                "period", Type.DURATION, "PT5S", "How long to wait before Orthanc is asked again")
            .positive());
    properties.add(
        Property.optional(
                "begin",
                Type.STRING,
                "now",
                "What is told when nothing was told before: what happens from 'now' on, or all"
                    + " that Orthanc knows from the 'start'")
            .allowing("now", "start"));
    properties.add(
        Property.optional(
            "changes",
            Type.STRING,
            "NewInstance,NewSeries,NewStudy,StableSeries,StableStudy",
            "Which changes are told, joined by commas: " + String.join(", ", ChangeType.names())));
    properties.add(
        Property.optional("limit", Type.INTEGER, "500", "How many changes are asked for at once")
            .between(1, EventSink.MOST));
    return new ConfigSpec(properties);
  }

  @Override
  public Observer create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    Set<ChangeType> types = EnumSet.noneOf(ChangeType.class);
    for (String type : config.string("changes").split(",")) {
      types.add(
          ChangeType.of(type.strip())
              .orElseThrow(
                  () ->
                      new ProviderException(
                          "'" + type.strip() + "' is no change of Orthanc that can be told")));
    }
    return new OrthancChanges(
        name,
        reader(config, server),
        new OrthancChanges.Ways(
            types,
            config.string("begin").equals("start"),
            (int) config.integer("limit"),
            config.duration("period")));
  }

  private static OrthancReader reader(Configuration config, ServerContext server)
      throws ProviderException {
    Optional<String> endpoint = config.find("endpoint");
    if (endpoint.isPresent() == config.find("url").isPresent()) {
      throw new ProviderException("either endpoint or url says which Orthanc is observed");
    }
    return endpoint.isPresent()
        ? OrthancReader.of(endpoint.get(), server)
        : OrthancReader.of(new HttpPeer(HttpSettings.of(config, server)));
  }
}
