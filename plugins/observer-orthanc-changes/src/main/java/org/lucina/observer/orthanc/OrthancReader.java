package org.lucina.observer.orthanc;

import java.util.Map;
import java.util.Optional;
import org.lucina.spi.ConfigException;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Method;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;

/** Reads from the REST interface of Orthanc, be it directly or by an endpoint. */
interface OrthancReader {

  /** The JSON at a path. */
  String read(String path) throws EndpointException;

  /** Which Orthanc that is, for administrators. */
  String name();

  static OrthancReader of(HttpPeer peer) {
    return new OrthancReader() {
      @Override
      public String read(String path) throws EndpointException {
        return peer.text(HttpCall.get(path));
      }

      @Override
      public String name() {
        return peer.address().toString();
      }
    };
  }

  /** Asks an endpoint of the server that has a method {@code read}, while it is open. */
  static OrthancReader of(String endpoint, ServerContext server) {
    return new OrthancReader() {
      @Override
      public String read(String path) throws EndpointException {
        Endpoint there =
            server
                .endpoint(endpoint)
                .orElseThrow(
                    () -> new EndpointException(Reason.UNAVAILABLE, name() + " is not running"));
        Method method =
            there.capabilities().methods().stream()
                .filter(each -> each.name().equals("read"))
                .findFirst()
                .orElseThrow(
                    () -> new EndpointException(Reason.UNSUPPORTED, name() + " is no Orthanc"));
        try {
          Configuration arguments = method.arguments().check(Map.of("path", path));
          return there.handle(Optional.empty(), method.name(), arguments);
        } catch (ConfigException e) {
          throw new EndpointException(Reason.UNSUPPORTED, name() + " is no Orthanc", e);
        }
      }

      @Override
      public String name() {
        return "endpoint '" + endpoint + "'";
      }
    };
  }
}
