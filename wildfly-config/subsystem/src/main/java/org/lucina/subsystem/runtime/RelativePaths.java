package org.lucina.subsystem.runtime;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lucina.spi.ConfigSpec;

/** Resolves relative values of PATH properties against a folder of the server. */
record RelativePaths(Optional<Path> base) {

  /** The properties, those that are relative paths made absolute. */
  Map<String, String> resolve(ConfigSpec spec, Map<String, String> properties) {
    if (base.isEmpty()) {
      return properties;
    }
    Map<String, String> resolved = new TreeMap<>(properties);
    for (ConfigSpec.Property property : spec.properties()) {
      if (property.type() == ConfigSpec.Type.PATH) {
        Optional.ofNullable(properties.get(property.name()))
            .or(property::defaultValue)
            .ifPresent(value -> resolved.put(property.name(), absolute(value)));
      }
    }
    return resolved;
  }

  private String absolute(String value) {
    try {
      return base.orElseThrow().resolve(value).toString();
    } catch (InvalidPathException refusedByTheSpecLater) {
      return value;
    }
  }
}
