package org.lucina.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The ports of the server under test, all moved by one offset.
 *
 * @param offset added to every default port
 */
record Ports(int offset) {
  private static final int HTTP = 8080;
  private static final int MANAGEMENT = 9990;
  private static final int DICOM = 11112;
  private static final int TRANSACTION_RECOVERY = 4712;
  private static final int TRANSACTION_STATUS = 4713;

  /** Those of the server that runs for these tests. */
  static Ports ofServer() {
    return new Ports(Integer.getInteger("server.port-offset"));
  }

  /** Some that nothing listens on. */
  static Ports free() {
    return ThreadLocalRandom.current()
        .ints(100, 1_000, 20_000)
        .mapToObj(Ports::new)
        .filter(Ports::areFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free ports"));
  }

  int http() {
    return HTTP + offset;
  }

  int management() {
    return MANAGEMENT + offset;
  }

  int dicom() {
    return DICOM + offset;
  }

  private boolean areFree() {
    return IntStream.of(HTTP, MANAGEMENT, DICOM, TRANSACTION_RECOVERY, TRANSACTION_STATUS)
        .allMatch(port -> isFree(port + offset));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
