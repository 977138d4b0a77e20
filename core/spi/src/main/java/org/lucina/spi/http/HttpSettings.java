package org.lucina.spi.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;

/**
 * How a peer is reached.
 *
 * @param address of the service, without a slash at its end
 * @param headers fields of every request, such as Authorization
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long nothing may come, or go, before a call is given up
 * @param tls asked for the context for https before the first call; empty for that of Java
 */
public record HttpSettings(
    URI address,
    List<Map.Entry<String, String>> headers,
    Duration connectTimeout,
    Duration readTimeout,
    Supplier<Optional<SSLContext>> tls) {

  /** Copies the list. */
  public HttpSettings {
    headers = List.copyOf(headers);
  }

  /** The properties that {@link #of} reads; the address is the first and required. */
  public static List<Property> properties(String address) {
    return List.of(
        Property.required("url", Type.URI, address),
        Property.optional("user", Type.STRING, "User name for basic authentication"),
        Property.optional("password", Type.STRING, "Password of the user").asSecret(),
        Property.optional(
                "connect-timeout", Type.DURATION, "PT10S", "How long a connection may take")
            .positive(),
        Property.optional(
                "read-timeout",
                Type.DURATION,
                "PT60S",
                "How long the other side may send, or take, nothing before a call is given up")
            .positive());
  }

  /**
   * Reads properties.
   *
   * @throws ProviderException when they do not fit together
   */
  public static HttpSettings of(Configuration config, ServerContext server)
      throws ProviderException {
    HttpSettings open = of("url", config, server);
    Optional<String> user = config.find("user");
    if (user.isPresent() != config.find("password").isPresent()) {
      throw new ProviderException("user and password go together");
    }
    return user.map(name -> open.basic(name, config.string("password"))).orElse(open);
  }

  /**
   * Reads an address and the timeouts, not the user.
   *
   * @param url name of the property that has the address
   * @throws ProviderException when it is no address
   */
  public static HttpSettings of(String url, Configuration config, ServerContext server)
      throws ProviderException {
    URI address = address(config, url);
    String text = address.toString();
    return new HttpSettings(
        text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address,
        List.of(),
        config.duration("connect-timeout"),
        config.duration("read-timeout"),
        server::sslContext);
  }

  private static URI address(Configuration config, String property) throws ProviderException {
    URI address = config.uri(property);
    if (address.getHost() == null
        || !Set.of("http", "https").contains(address.getScheme())
        || address.getUserInfo() != null
        || address.getRawQuery() != null) {
      throw new ProviderException(
          property + " must be http://host[:port][/path] or https://..., without user and query");
    }
    return address;
  }

  /** The same for a user with a password (RFC 7617). */
  public HttpSettings basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  /** The same with one more header field in every request. */
  public HttpSettings header(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new HttpSettings(address, more, connectTimeout, readTimeout, tls);
  }

  /**
   * The same for the address that another property tells.
   *
   * @throws ProviderException when it is none
   */
  public HttpSettings at(Configuration config, String property) throws ProviderException {
    return new HttpSettings(address(config, property), headers, connectTimeout, readTimeout, tls);
  }

  /** For logs: the address alone. */
  @Override
  public String toString() {
    return address.toString();
  }
}
