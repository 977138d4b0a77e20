package org.lucina.spi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Describes the properties of a provider and checks values against them.
 *
 * @param properties in the order in which they are shown
 */
public record ConfigSpec(List<Property> properties) {

  /** Copies the list; refuses a name that stands twice and a default that is not allowed. */
  public ConfigSpec {
    properties = List.copyOf(properties);
    Set<String> names = new HashSet<>();
    for (Property property : properties) {
      if (!names.add(property.name())) {
        throw new IllegalArgumentException("property " + property.name() + " is described twice");
      }
      property
          .defaultValue()
          .flatMap(value -> Configuration.fault(property, value))
          .ifPresent(
              fault -> {
                throw new IllegalArgumentException("default of " + fault);
              });
    }
  }

  /** Takes no properties. */
  public static ConfigSpec none() {
    return new ConfigSpec(List.of());
  }

  /** Takes the given properties. */
  public static ConfigSpec of(Property... properties) {
    return new ConfigSpec(List.of(properties));
  }

  /** What a value is made of. */
  public enum Type {
    STRING,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DURATION,
    PATH,
    URI
  }

  /**
   * One property.
   *
   * @param name lower-case letters, digits and dashes
   * @param type what its value is made of; durations are ISO-8601 such as {@code PT30S}
   * @param required whether it must be given
   * @param defaultValue used when it is not given
   * @param secret whether its value is never shown or logged
   * @param description one sentence, with unit and limits
   * @param allowed the only values possible; empty for any
   * @param least the least INTEGER possible, or milliseconds of the shortest DURATION
   * @param most the greatest INTEGER possible
   */
  public record Property(
      String name,
      Type type,
      boolean required,
      Optional<String> defaultValue,
      boolean secret,
      String description,
      List<String> allowed,
      long least,
      long most) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Copies the list and refuses a strange name. */
    public Property {
      allowed = List.copyOf(allowed);
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("'" + name + "' is no name of a property");
      }
    }

    /** A property that must be given. */
    public static Property required(String name, Type type, String description) {
      return of(name, type, true, Optional.empty(), description);
    }

    /** A property with a default. */
    public static Property optional(
        String name, Type type, String defaultValue, String description) {
      return of(name, type, false, Optional.of(defaultValue), description);
    }

    /** A property that may be absent and has no default. */
    public static Property optional(String name, Type type, String description) {
      return of(name, type, false, Optional.empty(), description);
    }

    private static Property of(
        String name,
        Type type,
        boolean required,
        Optional<String> defaultValue,
        String description) {
      return new Property(
          name,
          type,
          required,
          defaultValue,
          false,
          description,
          List.of(),
          Long.MIN_VALUE,
          Long.MAX_VALUE);
    }

    /** The same, never shown or logged. */
    public Property asSecret() {
      return new Property(
          name, type, required, defaultValue, true, description, allowed, least, most);
    }

    /** The same, limited to some values. */
    public Property allowing(String... values) {
      return new Property(
          name, type, required, defaultValue, secret, description, List.of(values), least, most);
    }

    /** The same DURATION, which may not be nothing, or less. */
    public Property positive() {
      return between(1, Long.MAX_VALUE);
    }

    /** The same INTEGER, limited to a range, ends included. */
    public Property between(long least, long most) {
      return new Property(
          name, type, required, defaultValue, secret, description, allowed, least, most);
    }
  }

  /**
   * Checks values and fills in defaults.
   *
   * @return the complete configuration
   * @throws ConfigException naming every fault: unknown, missing and malformed properties
   */
  public Configuration check(Map<String, String> values) throws ConfigException {
    List<String> faults = new ArrayList<>();
    Map<String, String> complete = new TreeMap<>();
    Set<String> unknown = new TreeSet<>(values.keySet());
    for (Property property : properties) {
      unknown.remove(property.name());
      String value = values.getOrDefault(property.name(), property.defaultValue().orElse(null));
      if (value != null) {
        Configuration.fault(property, value).ifPresent(faults::add);
        complete.put(property.name(), value);
      } else if (property.required()) {
        faults.add("property '" + property.name() + "' is missing");
      }
    }
    unknown.forEach(name -> faults.add("property '" + name + "' is unknown"));
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
    return new Configuration(complete);
  }
}
