package org.lucina.endpoint.mock.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads sites from YAML, a list of
 *
 * <pre>{@code
 * - name: Example Hospital
 *   services:
 *   - name: Main CT
 *     modality: CT
 *     devices: 3
 *     studies_per_hour: 15
 * }</pre>
 */
public final class SiteDescription {
  private static final Set<String> OF_SITE = Set.of("name", "services");
  private static final Set<String> OF_SERVICE =
      Set.of("name", "modality", "devices", "studies_per_hour");
  private static final int LONGEST_NAME = 64;

  private SiteDescription() {}

  /**
   * Reads a description.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  public static List<Site> read(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object loaded;
    try {
      loaded = new Yaml(new SafeConstructor(options)).load(yaml);
    } catch (YAMLException e) {
      throw new IllegalArgumentException("sites are no YAML: " + e.getMessage(), e);
    }
    List<Site> sites = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Object site : list(loaded, "sites")) {
      Site read = site(map(site, "a site", OF_SITE));
      if (!names.add(read.name())) {
        throw new IllegalArgumentException("site '" + read.name() + "' is described twice");
      }
      sites.add(read);
    }
    return sites;
  }

  private static Site site(Map<?, ?> described) {
    String name = text(described, "name", "a site").orElse("Mock Facility");
    List<Service> services = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Object service : list(described.get("services"), "services of '" + name + "'")) {
      Service read = service(map(service, "a service of '" + name + "'", OF_SERVICE));
      if (!names.add(read.name())) {
        throw new IllegalArgumentException("service '" + read.name() + "' is described twice");
      }
      services.add(read);
    }
    return new Site(name, services);
  }

  private static Service service(Map<?, ?> described) {
    String name = text(described, "name", "a service").orElse("Imaging Service");
    String where = "service '" + name + "'";
    double devices = number(described, "devices", where).orElse(1.0);
    if (devices != Math.rint(devices)) {
      throw new IllegalArgumentException(where + ": devices must be a whole number");
    }
    return new Service(
        name,
        modality(text(described, "modality", where).orElse("CT"), where),
        (int) devices,
        number(described, "studies_per_hour", where).orElse(6.0));
  }

  private static Modality modality(String term, String where) {
    return Arrays.stream(Modality.values())
        .filter(modality -> modality.name().equals(term))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    where + ": modality must be one of " + Arrays.toString(Modality.values())));
  }

  private static List<?> list(Object value, String what) {
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw new IllegalArgumentException(what + " must be a list that is not empty");
  }

  private static Map<?, ?> map(Object value, String what, Set<String> known) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(what + " must have names and values");
    }
    for (Object key : map.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw new IllegalArgumentException(what + " has an unknown '" + key + "'");
      }
    }
    return map;
  }

  private static Optional<String> text(Map<?, ?> map, String key, String where) {
    Object value = map.get(key);
    if (value == null) {
      return Optional.empty();
    }
    String text = String.valueOf(value);
    if (text.isBlank() || text.length() > LONGEST_NAME || !text.matches("[ -\\[\\]-~]+")) {
      throw new IllegalArgumentException(
          where + ": " + key + " must be 1 to " + LONGEST_NAME + " ASCII characters");
    }
    return Optional.of(text);
  }

  private static Optional<Double> number(Map<?, ?> map, String key, String where) {
    Object value = map.get(key);
    if (value == null || value instanceof Number) {
      return Optional.ofNullable((Number) value).map(Number::doubleValue);
    }
    throw new IllegalArgumentException(where + ": " + key + " must be a number");
  }
}
