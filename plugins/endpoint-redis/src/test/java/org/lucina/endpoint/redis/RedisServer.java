package org.lucina.endpoint.redis;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Assumptions;

/** A Redis server of the test's own; tests skip where Redis is not installed. */
final class RedisServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/redis-server");
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final int port;
  private final List<String> options;
  private Process process;

  private RedisServer(Path folder, int port, List<String> options) throws Exception {
    this.folder = folder;
    this.port = port;
    this.options = options;
    start();
  }

  static RedisServer plain(Path folder, String... options) throws Exception {
    int port = freePort();
    List<String> all = new ArrayList<>(List.of("--port", Integer.toString(port)));
    all.addAll(List.of(options));
    return new RedisServer(folder, port, all);
  }

  /** Encrypted alone, by a certificate for 127.0.0.1 that it has signed itself. */
  static RedisServer tls(Path folder) throws Exception {
    int port = freePort();
    KeyStore keys = keys(folder);
    Path certificate = pem(folder, "CERTIFICATE", keys.getCertificate("redis").getEncoded());
    Path key =
        pem(folder, "PRIVATE KEY", keys.getKey("redis", PASSWORD.toCharArray()).getEncoded());
    return new RedisServer(
        folder,
        port,
        List.of(
            "--port", "0",
            "--tls-port", Integer.toString(port),
            "--tls-cert-file", certificate.toString(),
            "--tls-key-file", key.toString(),
            "--tls-ca-cert-file", certificate.toString(),
            "--tls-auth-clients", "no"));
  }

  /** A context that trusts the server. */
  SSLContext trust() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("redis", keys(folder).getCertificate("redis"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore keys(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    if (Files.notExists(store)) {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "redis",
                  "-keyalg",
                  "RSA",
                  "-keysize",
                  "2048",
                  "-dname",
                  "CN=redis",
                  "-ext",
                  "SAN=ip:127.0.0.1",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  store.toString(),
                  "-storepass",
                  PASSWORD)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("keytool.log").toFile())
              .start();
      keytool.waitFor();
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static Path pem(Path folder, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve(kind.replace(' ', '-') + ".pem"),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  private static int freePort() throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM),
        "skipped: " + PROGRAM + " is absent (Debian package redis-server)");
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts it again with what it has kept: it listens before it has that in memory. */
  void start() throws Exception {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(options);
    command.addAll(List.of("--bind", "127.0.0.1", "--dir", folder.toString()));
    Path log = folder.resolve("redis.log");
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Files.readString(log).contains("Ready to accept connections")) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IOException(Files.readString(log));
      }
      Thread.sleep(20);
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws Exception {
    kill();
  }
}
