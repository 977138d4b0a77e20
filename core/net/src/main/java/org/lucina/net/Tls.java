package org.lucina.net;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Puts TLS on a connected socket (PS3.15 B). */
final class Tls {

  private Tls() {}

  /** As server; the handshake comes next. */
  static SSLSocket server(SSLContext context, Socket transport, boolean requireClientCertificate)
      throws IOException {
    SSLSocket socket = layered(context, transport);
    socket.setUseClientMode(false);
    if (requireClientCertificate) {
      socket.setNeedClientAuth(true);
    }
    return socket;
  }

  /** As client; the handshake comes next. */
  static SSLSocket client(SSLContext context, Socket transport) throws IOException {
    SSLSocket socket = layered(context, transport);
    socket.setUseClientMode(true);
    return socket;
  }

  private static SSLSocket layered(SSLContext context, Socket transport) throws IOException {
    return (SSLSocket)
        context
            .getSocketFactory()
            .createSocket(
                transport, transport.getInetAddress().getHostAddress(), transport.getPort(), true);
  }
}
