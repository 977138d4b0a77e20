package org.lucina.spi.testing;

import java.nio.file.Path;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverProvider;

/** Makes observers that tell of the instances listed in a file, for tests and measurements. */
public final class ListObserverProvider implements ObserverProvider {

  @Override
  public String type() {
    return "list";
  }

  @Override
  public String description() {
    return "Tells of the instances listed in a file, as soon as they stand in it";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required(
            "path", Type.PATH, "the file: study, series and instance UID in each line"),
        Property.optional("batch", Type.INTEGER, "100", "instances told at once")
            .between(1, 1_000));
  }

  @Override
  public Observer create(String name, Configuration config, ServerContext server) {
    Path file = config.path("path");
    return new ListObserver(file, (int) config.integer("batch"));
  }
}
