package org.lucina.endpoint.redis;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.contract.EndpointContract;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.testing.LocalContext;

/** Redis does what every endpoint does. */
class RedisContractTest extends EndpointContract {
  @TempDir private Path folder;
  private RedisServer server;

  @Override
  protected Endpoint open() throws Exception {
    if (server == null) {
      server = RedisServer.plain(folder);
    }
    RedisProvider provider = new RedisProvider();
    Map<String, String> properties =
        Map.of("port", Integer.toString(server.port()), "level", "instance");
    return provider.create("test", provider.configSpec().check(properties), new LocalContext());
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }
}
