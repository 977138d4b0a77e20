package org.lucina.bench.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a peer serves HTTP on this host.
 *
 * @param port its TCP port
 * @param dicomWeb path of its DICOMweb services, without a slash at the end
 * @param authorization value of the Authorization header, where it wants one
 */
public record WebAddress(int port, String dicomWeb, Optional<String> authorization) {

  /** The header of HTTP Basic. */
  public static String basic(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }
}
