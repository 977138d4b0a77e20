package org.lucina.endpoint.redis;

import java.util.Optional;
import javax.net.ssl.SSLParameters;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.table.Column;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;

/** Offers the endpoint type {@code redis}: dixels and collections of them in Redis. */
public final class RedisProvider implements EndpointProvider {
  private static final String NONE = "none";

  @Override
  public String type() {
    return "redis";
  }

  @Override
  public String description() {
    return "A Redis server that keeps attributes of dixels, and counts them in collections";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional("host", Type.STRING, "127.0.0.1", "Name or address of the server"),
        Property.optional("port", Type.INTEGER, "6379", "Its TCP port").between(1, 65535),
        Property.optional("database", Type.INTEGER, "0", "Number of the database")
            .between(0, Integer.MAX_VALUE),
        Property.optional("user", Type.STRING, "User, where the server has several"),
        Property.optional("password", Type.STRING, "Password").asSecret(),
        Property.optional(
            "tls",
            Type.BOOLEAN,
            "false",
            "Whether connections use TLS, by the resource's ssl-context if it names one"),
        Property.optional("prefix", Type.STRING, "lucina", "What all keys in Redis begin with"),
        Property.optional("level", Type.STRING, "study", "What is kept")
            .allowing("patient", "study", "series", "instance"),
        Property.optional(
            "collect-by",
            Type.STRING,
            "AccessionNumber",
            "Attribute whose value is the name of a dixel's collection; 'none' for no collections"),
        Property.optional("connect-timeout", Type.DURATION, "PT5S", "How long connecting may take")
            .positive(),
        Property.optional("read-timeout", Type.DURATION, "PT30S", "How long an answer may take")
            .positive(),
        Property.optional("connections", Type.INTEGER, "16", "Open connections at most")
            .between(1, 1000));
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    DicomLevel level = DicomLevel.parse(config.string("level")).orElseThrow();
    return new RedisEndpoint(
        new Link(
            new HostAndPort(config.string("host"), (int) config.integer("port")),
            connection(config, server),
            (int) config.integer("connections"),
            config.duration("read-timeout")),
        new Names(config.string("prefix"), level),
        collectedBy(config.string("collect-by")));
  }

  private static Optional<Column> collectedBy(String attribute) throws ProviderException {
    try {
      return attribute.equals(NONE) ? Optional.empty() : Optional.of(Column.of(attribute));
    } catch (IllegalArgumentException e) {
      throw new ProviderException("property 'collect-by': " + e.getMessage(), e);
    }
  }

  private static DefaultJedisClientConfig connection(Configuration config, ServerContext server) {
    DefaultJedisClientConfig.Builder connection =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(Math.toIntExact(config.duration("connect-timeout").toMillis()))
            .socketTimeoutMillis(Math.toIntExact(config.duration("read-timeout").toMillis()))
            .database((int) config.integer("database"))
            .clientName("lucina");
    config.find("user").ifPresent(connection::user);
    config.find("password").ifPresent(connection::password);
    if (config.flag("tls")) {
      SSLParameters parameters = new SSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      connection.ssl(true).sslParameters(parameters);
      server.sslContext().ifPresent(tls -> connection.sslSocketFactory(tls.getSocketFactory()));
    }
    return connection.build();
  }
}
