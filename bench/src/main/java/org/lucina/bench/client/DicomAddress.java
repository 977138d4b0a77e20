package org.lucina.bench.client;

/**
 * Where an application entity listens on this host.
 *
 * @param aeTitle its title
 * @param port its TCP port
 */
public record DicomAddress(String aeTitle, int port) {
  /** All peers run here. */
  public static final String HOST = "127.0.0.1";
}
