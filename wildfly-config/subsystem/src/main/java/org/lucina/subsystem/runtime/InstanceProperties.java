package org.lucina.subsystem.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;

/**
 * The properties that administrators gave to an instance.
 *
 * @param given with their values
 * @param plain those of the given whose values stand in the configuration as they are
 * @param secrets properties whose values are kept elsewhere
 * @param base folder that relative PATH properties are resolved against
 */
public record InstanceProperties(
    Map<String, String> given,
    Set<String> plain,
    Map<String, Secret> secrets,
    Optional<Path> base) {

  /** Copies the collections. */
  public InstanceProperties {
    given = Map.copyOf(given);
    plain = Set.copyOf(plain);
    secrets = Map.copyOf(secrets);
  }

  /** All with their values, checked. */
  Configuration complete(ConfigSpec spec) throws ConfigException, ProviderException {
    Map<String, String> all = new TreeMap<>(given);
    for (Map.Entry<String, Secret> secret : secrets.entrySet()) {
      all.put(secret.getKey(), secret.getValue().reveal());
    }
    return spec.check(new RelativePaths(base).resolve(spec, all));
  }

  /** Secret properties whose values stand in the configuration for everybody to read. */
  List<String> exposed(ConfigSpec spec) {
    return spec.properties().stream()
        .filter(ConfigSpec.Property::secret)
        .map(ConfigSpec.Property::name)
        .filter(plain::contains)
        .sorted()
        .toList();
  }

  /**
   * Checks what is given when it is set, before secrets can be had: a secret that is missing may
   * still come.
   *
   * @param spec of the provider
   * @param given with their values
   * @param secrets names of those that are kept elsewhere
   */
  public static void check(ConfigSpec spec, Map<String, String> given, Set<String> secrets)
      throws ConfigException {
    Map<String, String> values = new TreeMap<>(given);
    List<ConfigSpec.Property> known =
        spec.properties().stream()
            .filter(property -> !secrets.contains(property.name()))
            .filter(property -> !property.secret() || given.containsKey(property.name()))
            .toList();
    spec.properties().stream()
        .map(ConfigSpec.Property::name)
        .filter(secrets::contains)
        .forEach(values::remove);
    secrets.stream()
        .filter(name -> spec.properties().stream().noneMatch(known(name)))
        .forEach(name -> values.put(name, ""));
    new ConfigSpec(known).check(values);
  }

  private static Predicate<ConfigSpec.Property> known(String name) {
    return property -> property.name().equals(name);
  }
}
