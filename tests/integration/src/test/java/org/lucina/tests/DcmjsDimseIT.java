package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Every call of npm's dcmjs-dimse. */
@OnServer
class DcmjsDimseIT {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(501);
  private static final String PASSWORD = "only for these tests";

  @TempDir private Path folder;
  private final Path keys = Path.of("target", "dimse-keys").toAbsolutePath();
  private final Ports ports = Ports.ofServer();

  @BeforeAll
  static void installClient() throws Exception {
    NodeProgram.install();
  }

  @Test
  void everyCallIsServed() throws Exception {
    write("0", OBJECTS.encapsulated(1, 1, 1, 0, 3, 1));
    write("1", OBJECTS.small(1, 1, 1, 1));
    write("2", OBJECTS.ct(1, 1, 1, 2));
    int ownPort = freePort();
    int tlsPort = freePort();
    makeKey();
    try (Management management = Management.connect()) {
      ModelNode node = add("subsystem=lucina/remote-ae=node");
      node.get("ae-title").set("NODE");
      node.get("host").set("127.0.0.1");
      node.get("port").set(ownPort);
      management.run(node);
      listenWithTls(management, tlsPort);
    }

    var result =
        NodeProgram.run(
            "dimse.js",
            List.of(
                "" + ports.dicom(),
                folder.toString(),
                "" + ownPort,
                "" + tlsPort,
                keys.resolve("certificate.pem").toString()));

    assertThat(result.output()).endsWith("encrypted\n");
    assertThat(result.status()).isZero();
  }

  /** Stays until the server of these tests ends: to take TLS away again needs a reload. */
  private void listenWithTls(Management management, int port) throws IOException {
    ModelNode keyStore = add("subsystem=elytron/key-store=dimse");
    keyStore.get("path").set(keys.resolve("key.p12").toString());
    keyStore.get("type").set("PKCS12");
    keyStore.get("credential-reference", "clear-text").set(PASSWORD);
    management.run(keyStore);
    ModelNode keyManager = add("subsystem=elytron/key-manager=dimse");
    keyManager.get("key-store").set("dimse");
    keyManager.get("credential-reference", "clear-text").set(PASSWORD);
    management.run(keyManager);
    ModelNode context = add("subsystem=elytron/server-ssl-context=dimse");
    context.get("key-manager").set("dimse");
    management.run(context);
    ModelNode binding = add("socket-binding-group=standard-sockets/socket-binding=dimse");
    binding.get("port").set(port - ports.offset());
    management.run(binding);
    ModelNode listener = add("subsystem=lucina/dicom-listener=dimse");
    listener.get("socket-binding").set("dimse");
    listener.get("ssl-context").set("dimse");
    management.run(listener);
  }

  private static ModelNode add(String path) {
    return Management.adding(path);
  }

  private void makeKey() throws Exception {
    Files.createDirectories(keys);
    Files.deleteIfExists(keys.resolve("key.p12"));
    keytool("-genkeypair -alias dimse -keyalg RSA -dname CN=lucina -ext SAN=IP:127.0.0.1");
    keytool("-exportcert -rfc -alias dimse -file certificate.pem");
  }

  private void keytool(String arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-keystore", "key.p12", "-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .directory(keys.toFile())
            .redirectErrorStream(true)
            .redirectOutput(keys.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).as("status of keytool").isZero();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void write(String name, SyntheticObject object) throws IOException {
    Files.write(folder.resolve(name), object.file());
  }
}
