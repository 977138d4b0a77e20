package org.lucina.endpoint.redis;

import java.time.Duration;
import java.util.function.Function;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Connections to the server, opened when they are first needed. */
final class Link implements AutoCloseable {
  private final JedisPool pool;
  private final String server;

  /**
   * Makes none yet.
   *
   * @param connections open at once at most
   * @param patience how long a caller waits for one of them to be free
   */
  Link(HostAndPort server, JedisClientConfig config, int connections, Duration patience) {
    this.server = server.toString();
    JedisPoolConfig limits = new JedisPoolConfig();
    limits.setMaxTotal(connections);
    limits.setMaxIdle(connections);
    limits.setJmxEnabled(false);
    limits.setMaxWait(patience);
    this.pool = new JedisPool(limits, server, config);
  }

  /** Name and port. */
  String server() {
    return server;
  }

  /**
   * Does what may be done again: once more where the connection had gone while it was idle.
   *
   * @throws EndpointException UNAVAILABLE when the server is away or busy
   */
  <T> T call(Function<Jedis, T> work) throws EndpointException {
    try {
      return once(work);
    } catch (JedisConnectionException gone) {
      pool.clear();
    } catch (JedisException e) {
      throw fault(e);
    }
    try {
      return once(work);
    } catch (JedisException e) {
      throw fault(e);
    }
  }

  private <T> T once(Function<Jedis, T> work) {
    try (Jedis connection = pool.getResource()) {
      return work.apply(connection);
    }
  }

  /** Redis repeats no values but those of keys, which may hold a patient's: its code is enough. */
  private EndpointException fault(JedisException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return new EndpointException(Reason.FAILED, "waiting for Redis was interrupted", e);
      }
      if (cause instanceof JedisAccessControlException) {
        return new EndpointException(
            Reason.REFUSED, "Redis at " + server + " does not let this server in", e);
      }
      if (cause instanceof JedisDataException) {
        String code = String.valueOf(cause.getMessage()).split(" ", 2)[0];
        return new EndpointException(
            isPassing(code) ? Reason.UNAVAILABLE : Reason.FAILED,
            "Redis at " + server + " answered " + code);
      }
    }
    return new EndpointException(
        e instanceof JedisConnectionException ? Reason.UNAVAILABLE : Reason.FAILED,
        "Redis at " + server + " does not answer",
        e);
  }

  private static boolean isPassing(String code) {
    return switch (code) {
      case "LOADING",
          "BUSY",
          "OOM",
          "MISCONF",
          "READONLY",
          "MASTERDOWN",
          "NOREPLICAS",
          "TRYAGAIN" ->
          true;
      default -> false;
    };
  }

  @Override
  public void close() {
    pool.close();
  }
}
