package org.lucina.web.undertow;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which web pages of other origins may use the services (CORS): none, unless the system property
 * {@value #PROPERTY} of the server names them, separated by commas; {@code *} stands for all, which
 * then send no cookies.
 *
 * @param origins allowed origins, such as {@code https://viewer.example}
 */
record CorsPolicy(Set<String> origins) {
  /** Where the origins are configured; read with every request. */
  static final String PROPERTY = "lucina.cors.allowed-origins";

  private static final String ANY = "*";

  /** The policy that is configured now. */
  static CorsPolicy inForce() {
    return parse(System.getProperty(PROPERTY, ""));
  }

  static CorsPolicy parse(String list) {
    return new CorsPolicy(
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** What Access-Control-Allow-Origin says to an origin, empty when it is not allowed. */
  Optional<String> allow(String origin) {
    if (origins.contains(origin)) {
      return Optional.of(origin);
    }
    return origins.contains(ANY) ? Optional.of(ANY) : Optional.empty();
  }
}
