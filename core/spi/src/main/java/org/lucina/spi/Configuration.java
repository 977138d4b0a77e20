package org.lucina.spi;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checked property values, typed on access. */
public final class Configuration {
  private final Map<String, String> values;

  Configuration(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** A value that was given or has a default. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A value that is there because it is required or has a default. */
  public String string(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("property '" + name + "' has no value"));
  }

  /** An INTEGER. */
  public long integer(String name) {
    return Long.parseLong(string(name));
  }

  /** A DECIMAL. */
  public double decimal(String name) {
    return Double.parseDouble(string(name));
  }

  /** A BOOLEAN. */
  public boolean flag(String name) {
    return Boolean.parseBoolean(string(name));
  }

  /** A DURATION. */
  public Duration duration(String name) {
    return Duration.parse(string(name));
  }

  /** A PATH. */
  public Path path(String name) {
    return Path.of(string(name));
  }

  /**
   * A PATH that does not depend on where the server was started.
   *
   * @throws ProviderException when it is relative
   */
  public Path absolutePath(String name) throws ProviderException {
    Path path = path(name);
    if (!path.isAbsolute()) {
      throw new ProviderException("property '" + name + "': '" + path + "' is not absolute");
    }
    return path;
  }

  /** A URI. */
  public URI uri(String name) {
    return URI.create(string(name));
  }

  static Optional<String> fault(ConfigSpec.Property property, String value) {
    if (!property.allowed().isEmpty() && !property.allowed().contains(value)) {
      return fault(property, value, "must be one of " + String.join(", ", property.allowed()));
    }
    try {
      switch (property.type()) {
        case INTEGER -> {
          long number = Long.parseLong(value);
          if (number < property.least() || number > property.most()) {
            return fault(property, value, "must be " + range(property));
          }
        }
        case DECIMAL -> Double.parseDouble(value);
        case DURATION -> {
          Duration time = Duration.parse(value);
          if (property.least() > 0 && time.compareTo(Duration.ofMillis(property.least())) < 0) {
            return fault(property, value, "must be longer than nothing");
          }
        }
        case PATH -> Path.of(value);
        case URI -> new URI(value);
        case BOOLEAN -> {
          if (!value.equals("true") && !value.equals("false")) {
            return fault(property, value, "must be true or false");
          }
        }
        case STRING -> {}
      }
      return Optional.empty();
    } catch (NumberFormatException
        | DateTimeParseException
        | InvalidPathException
        | URISyntaxException e) {
      return fault(property, value, "is no " + property.type().name().toLowerCase(Locale.ROOT));
    }
  }

  private static String range(ConfigSpec.Property property) {
    if (property.most() == Long.MAX_VALUE) {
      return property.least() + " or more";
    }
    return property.least() == Long.MIN_VALUE
        ? property.most() + " or less"
        : "between " + property.least() + " and " + property.most();
  }

  private static Optional<String> fault(
      ConfigSpec.Property property, String value, String problem) {
    String shown = property.secret() ? "" : " '" + value + "'";
    return Optional.of("property '" + property.name() + "': value" + shown + " " + problem);
  }
}
